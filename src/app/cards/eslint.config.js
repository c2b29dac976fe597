import js from '@eslint/js';
import { config as uiExtensions } from '@hubspot/eslint-config-ui-extensions';
import prettier from 'eslint-config-prettier';
import react from 'eslint-plugin-react';
import reactHooks from 'eslint-plugin-react-hooks';
import unusedImports from 'eslint-plugin-unused-imports';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** HubSpot's recommended set for a card dock, over the built bundles, with HubSpot's own rules all as errors. */
export default defineConfig([
  js.configs.recommended,
  tseslint.configs.recommended,
  react.configs.flat.recommended,
  { settings: { react: { version: '18.3.1' } } },
  ...uiExtensions.map((one) => ({
    ...one,
    ...(one.rules && {
      rules: Object.fromEntries(Object.keys(one.rules).map((rule) => [rule, 'error'])),
    }),
  })),
  reactHooks.configs.flat['recommended-latest'],
  // Types stand in for prop types, and hooks' dependencies are checked in the source: bundling renames them.
  { rules: { 'react/prop-types': 'off', 'react-hooks/exhaustive-deps': 'off' } },
  {
    plugins: { 'unused-imports': unusedImports },
    rules: { 'unused-imports/no-unused-imports': 'error' },
  },
  prettier,
]);
