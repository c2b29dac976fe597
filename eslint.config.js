import js from '@eslint/js';
import { config as hubspotRules } from '@hubspot/eslint-config-ui-extensions';
import prettier from 'eslint-config-prettier';
import react from 'eslint-plugin-react';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const EXTENSIONS = ['src/app/extensions/**/*.{ts,tsx}'];

/** HubSpot's own rules for UI extensions, each of them as an error: its lint looks at the docks only. */
const hubspotRulesAsErrors = hubspotRules
  .filter(({ plugins }) => plugins !== undefined)
  .map((one) => ({
    ...one,
    files: EXTENSIONS,
    rules: Object.fromEntries(Object.keys(one.rules).map((rule) => [rule, 'error'])),
  }));

/**
 * The walls of the house: what a room may not import, and of which rooms it may know the types only.
 * Arrows point inward, and no room of the product knows what tests, builds or imitates it.
 */
function wall(room, { never, typesOf = [], foreign, message }) {
  const rooms = (names) => `(^|/|#)(${names.join('|')})/`;
  const patterns = [
    { regex: rooms([...never, 'sandbox', 'tests', 'project', 'bench']), message },
    { regex: `^(${foreign.join('|')})(/|$)`, message: `${message} It needs no such package.` },
    ...(typesOf.length === 0
      ? []
      : [{ regex: rooms(typesOf), allowTypeImports: true, message: `${message} Types are fine.` }]),
  ];
  return {
    files: [`src/app/${room}/**/*.{ts,tsx}`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
}

export default defineConfig([
  {
    ignores: [
      'node_modules',
      'build',
      'src/app/cards/**',
      'src/app/functions/**',
      'sandbox/emulator/generated',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked.map((one) => ({ ...one, files: ['**/*.{ts,tsx}'] })),
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-undef': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', require: 'readonly' },
    },
  },
  {
    files: ['**/*.tsx'],
    plugins: { 'react-hooks': reactHooks, react },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'react/jsx-key': 'error',
    },
  },
  ...hubspotRulesAsErrors,
  wall('text', {
    never: [
      'policy',
      'evidence',
      'ledger',
      'contract',
      'words',
      'gateway',
      'extensions',
      'app\\.functions',
    ],
    foreign: ['react', '@hubspot'],
    message: 'text/ knows characters alone.',
  }),
  wall('policy', {
    never: ['contract', 'gateway', 'ledger', 'words', 'extensions', 'app\\.functions'],
    typesOf: ['evidence'],
    foreign: ['react', '@hubspot'],
    message: 'policy/ decides from facts alone.',
  }),
  wall('evidence', {
    never: ['contract', 'gateway', 'words', 'extensions', 'app\\.functions'],
    typesOf: ['policy', 'ledger'],
    foreign: ['react', '@hubspot'],
    message: 'evidence/ reads records alone.',
  }),
  wall('assessment', {
    never: ['contract', 'gateway', 'words', 'extensions', 'app\\.functions'],
    foreign: ['react', '@hubspot'],
    message: 'assessment/ works out what is known of a contact; it fetches nothing.',
  }),
  wall('ledger', {
    never: ['contract', 'gateway', 'words', 'extensions', 'app\\.functions'],
    typesOf: ['evidence', 'policy'],
    foreign: ['react', '@hubspot'],
    message: 'ledger/ records and checks; it decides and fetches nothing.',
  }),
  wall('words', {
    never: ['gateway', 'ledger', 'extensions', 'app\\.functions'],
    typesOf: ['contract', 'evidence', 'policy'],
    foreign: ['react', '@hubspot'],
    message: 'words/ holds what is said; it says nothing itself.',
  }),
  wall('contract', {
    never: ['gateway', 'words', 'extensions', 'app\\.functions'],
    typesOf: ['assessment', 'evidence', 'policy', 'ledger'],
    foreign: ['react', '@hubspot'],
    message: 'contract/ knows evidence/, policy/ and ledger/ only.',
  }),
  wall('gateway', {
    never: ['words', 'extensions', 'app\\.functions'],
    typesOf: ['contract', 'evidence', 'policy'],
    foreign: ['react', '@hubspot/ui-extensions'],
    message: 'gateway/ knows neither card nor use case.',
  }),
  wall('extensions', {
    never: ['gateway', 'app\\.functions'],
    typesOf: ['assessment', 'evidence', 'policy', 'ledger'],
    foreign: ['@hubspot/api-client'],
    message: 'The card asks; it reaches HubSpot through functions only.',
  }),
  wall('app.functions', {
    never: ['extensions'],
    foreign: ['react', '@hubspot'],
    message: 'A use case does not know who asks.',
  }),
  {
    files: ['src/app/**/*.{ts,tsx}'],
    // The gateway, and the one file that names the properties HubSpot sends with each call.
    ignores: ['src/app/gateway/**', 'src/app/contract/record.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: ':matches(Literal[value=/^hs_/], TemplateElement[value.raw=/^hs_/])',
          message: 'HubSpot’s property names are spoken in gateway/ only.',
        },
        {
          selector: 'ImportExpression',
          message: 'A dock holds one file, and the walls see static imports only.',
        },
      ],
    },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  prettier,
]);
