/** The custom elements manifest, from the doc blocks. Elements are registered by our own `define('bp-…', Class)`. */
export default {
  globs: ['components/bp-*.ts', 'components/scene-element.ts'],
  // These belong to the tutor's own page.
  exclude: ['components/bp-{tutor,course,embed}.ts'],
  outdir: 'dist',
  litelement: true,
  quiet: true,
  plugins: [
    {
      name: 'define',
      analyzePhase({ ts, node, moduleDoc }) {
        if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
        const [tagName, className] = node.arguments;
        const element = moduleDoc.declarations?.find(({ name }) => name === className.getText());
        if (element) Object.assign(element, { tagName: tagName.text, customElement: true });
      },
      // What is private to a class is nobody else's business.
      moduleLinkPhase({ moduleDoc }) {
        for (const declaration of moduleDoc.declarations ?? [])
          declaration.members = declaration.members?.filter(({ privacy, name }) => !privacy && !name.startsWith('#'));
      },
    },
  ],
};
