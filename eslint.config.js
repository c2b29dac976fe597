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

/** The walls of the house: what a room may not import. Arrows point inward. */
function wall(room, forbidden, message) {
  return {
    files: [`src/app/${room}/**/*.{ts,tsx}`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex: `(^|/|#)(${forbidden.join('|')})/`, message }] },
      ],
    },
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
  wall(
    'policy',
    ['contract', 'gateway', 'extensions', 'app\\.functions', 'sandbox'],
    'policy/ decides from facts alone.',
  ),
  wall(
    'evidence',
    ['contract', 'gateway', 'extensions', 'app\\.functions', 'sandbox'],
    'evidence/ reads records alone.',
  ),
  wall(
    'contract',
    ['gateway', 'extensions', 'app\\.functions', 'sandbox'],
    'contract/ knows evidence/ and policy/ only.',
  ),
  wall(
    'gateway',
    ['extensions', 'app\\.functions', 'sandbox'],
    'gateway/ knows neither card nor use case.',
  ),
  wall(
    'extensions',
    ['gateway', 'app\\.functions', 'sandbox'],
    'The card asks; it reaches HubSpot through functions only.',
  ),
  wall('app.functions', ['extensions', 'sandbox'], 'A use case does not know who asks.'),
  {
    files: ['src/app/{policy,evidence,extensions,app.functions}/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'Literal[value=/^hs_/]',
          message: 'HubSpot’s property names are spoken in gateway/ only.',
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
