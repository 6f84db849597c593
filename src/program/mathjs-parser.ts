/** mathjs's parser and nothing else of it (37 KB). Only `read-formula.ts` asks for this file, and only when a formula is read. */
import { create, parseDependencies } from 'mathjs/number';

export const { parse } = create({ parseDependencies: parseDependencies! });
