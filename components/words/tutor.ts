export const tutor = {
  name: 'Backprop Tutor',
  course: 'Course',
  welcomeBack: 'Welcome back. Go on where you left off?',
  resume: 'Go on',
  fromTheStart: 'From the start',
  theme: 'Colours',
  themes: { system: 'Auto', light: 'Light', dark: 'Dark' },
  present: 'Present',
  share: 'Share',
  missing: 'Share did not load',
} as const;
