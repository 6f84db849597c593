import { configs as lit } from 'eslint-plugin-lit';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const unsafeHtml = 'Trusted Types refuse HTML written as text: render with Lit.';
const inlineStyle =
  'The Content Security Policy refuses inline styles: use static styles, or style.setProperty for a computed value.';

export default defineConfig(globalIgnores(['dist/', 'coverage/']), {
  files: ['**/*.ts'],
  extends: [tseslint.configs.recommendedTypeChecked, lit['flat/recommended']],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: {
    '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    // A number in a template string is fine.
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    // The compiler says so already.
    '@typescript-eslint/no-unused-vars': 'off',
    eqeqeq: 'error',
    'no-eval': 'error',
    '@typescript-eslint/no-implied-eval': 'error',
    'no-new-func': 'error',
    'no-restricted-syntax': [
      'error',
      { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|srcdoc)$/]', message: unsafeHtml },
      { selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe)$/]', message: unsafeHtml },
      {
        selector: 'VariableDeclarator[id.type="ObjectPattern"][init.name="words"]',
        message: 'Taken apart, the words of all parts come with this one: write words.part.',
      },
      { selector: 'TaggedTemplateExpression TemplateElement[value.raw=/(\\sstyle=|<style)/]', message: inlineStyle },
    ],
    'no-restricted-imports': [
      'error',
      {
        paths: [
          { name: 'lit/directives/unsafe-html.js', message: unsafeHtml },
          { name: 'lit/directives/style-map.js', message: inlineStyle },
        ],
      },
    ],
  },
});
