import comments from '@eslint-community/eslint-plugin-eslint-comments/configs'
import functional from 'eslint-plugin-functional'
import tseslint from 'typescript-eslint'
import { noFloatingTask } from './.ci/lint/no-floating-task.js'

const typescript = ['packages/**/*.ts', 'examples/**/*.ts']

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '.cache/'] },
  {
    files: typescript,
    extends: [...tseslint.configs.strictTypeChecked, comments.recommended],
    plugins: { local: { rules: { 'no-floating-task': noFloatingTask } } },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'local/no-floating-task': 'error',
      '@eslint-community/eslint-comments/require-description': 'error',
      '@eslint-community/eslint-comments/no-unused-disable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, allowDefaultCaseForExhaustiveSwitch: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['packages/{core,audit}/src/**/*.ts'],
    plugins: { functional },
    rules: {
      'functional/no-classes': 'error',
      'functional/no-throw-statements': 'error',
      'functional/no-this-expressions': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      'no-restricted-globals': [
        'error',
        'process',
        'performance',
        'setTimeout',
        'setInterval',
        'crypto',
        'console',
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'Date',
          property: 'now',
          message: 'The core reads no clock: the instant comes in as a value.',
        },
        {
          object: 'Math',
          property: 'random',
          message: 'The core takes no chance: the seed comes in as a value.',
        },
      ],
    },
  },
  {
    files: ['packages/audit/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@reverse-mentoring/core',
              allowImportNames: ['Event', 'Stored', 'Values', 'View'],
              message: 'Who judges a history shares nothing with what decided and folded it.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['packages/bench/**/*.ts', 'examples/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['packages/*/test/**/*.ts', 'examples/*/test/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
)
