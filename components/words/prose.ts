export const prose = {
  notes: 'Notes for the instructor',
} as const;
