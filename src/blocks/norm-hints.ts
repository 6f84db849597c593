/** What helps where a normalisation has nothing to divide by. */
export const normHints = {
  inv_std:
    'All the numbers it goes by are equal and ε is 0, so their spread is 0: give ε a small positive value, such as 0.00001.',
};
