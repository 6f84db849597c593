import first, { later } from '../../lessons/mazur.md';
import type { Lesson } from '../../src/index.js';

const { sections, published } = (await later()).default;

/** The first lesson with its later prose and its published numbers. */
export const mazur: Lesson = { ...first, sections: [...first.sections, ...sections], published };
