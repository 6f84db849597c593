/** What ops on lists have in common. */

/** The list without one of its elements. */
export const without = <T>(list: readonly T[], at: number): readonly T[] => list.filter((_, i) => i !== at);
