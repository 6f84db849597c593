/** The file of KaTeX's package that the build leaves as it is. It has the types of the package. */
declare module 'katex/dist/katex.mjs';
