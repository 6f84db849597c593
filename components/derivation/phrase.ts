import type { Step, Trace } from '../../src/index.js';
import { fill } from '../fill.js';
import { plainSymbol } from '../formula-text.js';
import { symbolHtml } from '../formula/symbol.js';
import { words } from '../words.js';
import { unitOf } from './unit.js';

/** A sentence with places for variables, to be set as symbols or spoken as names. */
export interface Phrase {
  readonly sentence: string;
  readonly variables: Readonly<Record<string, string>>;
  /** A neuron has a name, but no symbol. */
  readonly unit?: string;
}

/** The question that a step answers, as a person would ask it. */
export function questionOf(step: Step, trace: Trace): Phrase {
  const { questions } = words.derivation;
  const { loss } = trace.setup;
  const [, first = '', second = ''] = step.ref.split('/');
  switch (step.kind) {
    case 'gradient':
      return {
        sentence: step.target === loss ? questions.start : questions.gradient,
        variables: { loss, name: step.target },
      };
    case 'path':
      return { sentence: questions.path, variables: { via: second } };
    case 'local':
      return { sentence: questions.local, variables: { line: first, name: second } };
    case 'update':
      return { sentence: questions.update, variables: { name: step.target } };
    case 'tensor':
      return questionOf(step.first!, trace);
    case 'line': {
      const unit = unitOf(step.target, trace);
      const wrong = step.phase === 'loss' && unit !== step.target;
      return { sentence: wrong ? questions.wrong : questions.line, variables: { name: step.target }, unit };
    }
  }
}

/** With symbols, as it stands on the page. */
export const phraseHtml = (phrase: Phrase): unknown => phraseIn(phrase, symbolHtml);

/** In plain text, as it is read aloud. */
export const phraseText = (phrase: Phrase): string => phraseIn(phrase, plainSymbol).join('');

/** Its pieces in order, each variable as `write` sets it. */
export function phraseIn({ sentence, variables, unit }: Phrase, write: (name: string) => unknown): readonly unknown[] {
  const written = Object.entries(variables).map(([place, name]) => [place, write(name)]);
  return fill(sentence, { unit, ...(Object.fromEntries(written) as Record<string, unknown>) });
}
