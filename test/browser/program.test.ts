import { expect, test } from 'vitest';
import '../../components/bp-program.js';
import { host, type Host } from './tables-host.js';

type Program = Host<HTMLElementTagNameMap['bp-program']>;

const fieldOf = ({ root }: Program) => root.querySelector('textarea')!;

async function type(program: Program, text: string): Promise<void> {
  fieldOf(program).value = text;
  fieldOf(program).dispatchEvent(new InputEvent('input', { bubbles: true }));
  await program.element.updateComplete;
}

async function use(program: Program): Promise<void> {
  program.button('Use this program').click();
  await program.element.updateComplete;
  await program.until(() => !program.button('Use this program').disabled);
}

const complaints = ({ root }: Program) =>
  [...root.querySelectorAll('.complaints li')].map((each) => each.textContent.replace(/\s+/g, ' ').trim());

test('shows the program with its line numbers', async () => {
  const program = await host('bp-program');
  expect(fieldOf(program).value).toContain('net_h1 = w1*i1 + w2*i2 + b1');
  expect(program.root.querySelectorAll('.gutter div')).toHaveLength(fieldOf(program).value.split('\n').length);
  await program.expectAccessible();
  await program.expectNarrow();
});

test('complaints name their lines, lead there, and what was typed stays', async () => {
  const program = await host('bp-program');
  const text = 'a = w1*i1\nb = a +* 2\nE_total = sigmoidd(a)';
  await type(program, text);
  await use(program);
  expect(complaints(program).map((each) => each.slice(0, 7))).toEqual(['Line 2:', 'Line 3:']);
  expect(complaints(program)[1]).toContain('sigmoid');
  expect(fieldOf(program).value).toBe(text);
  expect(program.said).toEqual([]);
  expect([...program.root.querySelectorAll('.gutter .wrong')].map((each) => each.textContent)).toEqual(['2', '3']);
  program.button('Line 3').click();
  expect(program.root.activeElement).toBe(fieldOf(program));
  expect(fieldOf(program).value.slice(0, fieldOf(program).selectionStart)).toContain('\nE_total');
  await program.expectAccessible();
});

test('Ctrl+Enter uses a program; new names are asked for their value first', async () => {
  const program = await host('bp-program');
  await type(program, 'y = w1*i1 + c\nE_total = (y - target_o1)^2');
  fieldOf(program).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
  await program.until(() => program.root.querySelector('.missing input'));
  const value = program.root.querySelector<HTMLInputElement>('.missing input')!;
  await program.until(() => program.root.activeElement === value);
  expect(program.said).toEqual([]);
  const give = async (text: string) => {
    value.value = text;
    value.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await program.element.updateComplete;
    await use(program);
  };
  await give('a lot');
  expect(program.root.querySelector('.missing .error')!.textContent).toContain('not a number');
  expect(value.value).toBe('a lot');
  await program.expectAccessible();
  await give('−0,5');
  expect(program.said).toEqual(['bp-program … {"c":"-0.5"}']);
  expect(program.root.querySelector('.missing')).toBeNull();
  await program.element.updateComplete;
  expect(program.root.querySelector('[role=status]')!.textContent).toContain('in use');
});

test('a draft outlives its panel', async () => {
  const first = await host('bp-program');
  await type(first, 'E_total = w1*i1');
  first.element.remove();
  const second = await host('bp-program');
  expect(fieldOf(second).value).toBe('E_total = w1*i1');
  second.button('Back to the lesson’s program').click();
  await second.element.updateComplete;
  expect(fieldOf(second).value).toContain('net_h1');
  second.button('Bring back what I typed').click();
  await second.element.updateComplete;
  expect(fieldOf(second).value).toBe('E_total = w1*i1');
  second.button('Back to the lesson’s program').click();
  expect(second.said).toEqual([]);
});

test('the way back from a program in use asks for the lesson’s own', async () => {
  const program = await host('bp-program');
  await type(program, 'E_total = w1*i1');
  await use(program);
  expect(program.said).toEqual(['bp-program … {}']);
  program.button(/^Back to the lesson’s program and numbers/).click();
  await program.element.updateComplete;
  expect(program.said.at(-1)).toBe('bp-reset');
  expect(fieldOf(program).value).toContain('net_h1');
});

test('the lesson’s program as it stands changes nothing', async () => {
  const program = await host('bp-program');
  await use(program);
  expect(program.said).toEqual([]);
});
