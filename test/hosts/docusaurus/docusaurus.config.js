export default {
  title: 'Notes',
  url: 'https://example.org',
  baseUrl: '/notes/',
  scripts: [{ src: '/notes/backprop-tutor/backprop-tutor.js', type: 'module' }],
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
};
