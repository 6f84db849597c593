/** The page of the handout: a lesson on paper. What it is made of is nobody else's, so it is not loaded with the rest. */
import { lesson } from '../words/lesson.js';

import('./bp-handout.js').catch(() => document.body.append(lesson.partFailed));
