export const tutor = {
  name: 'Backprop Tutor',
  course: 'Course',
  welcomeBack: 'Welcome back. Go on where you left off?',
  resume: 'Go on',
  fromTheStart: 'From the start',
  theme: 'Colours',
  themes: { system: 'Auto', light: 'Light', dark: 'Dark' },
  embed: 'Embed',
  missing: 'Embed did not load',
  share: 'Copy link',
  copied: 'Link copied',
  refused: 'Link is in the address bar',
} as const;
