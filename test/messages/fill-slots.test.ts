import { expect, test } from 'vitest';
import { type FilledPart, fillSlots, type SlotValue } from '../../src/messages/fill-slots.ts';
import { getSlots, parseTemplate } from '../../src/messages/template.ts';

const line = (value: string): SlotValue => ({ kind: 'line', value, filled: value !== '' });
const sentence = (value: string): SlotValue => ({ kind: 'sentence', value, filled: value !== '' });
const fill = (text: string, values: Record<string, SlotValue>) =>
  fillSlots(parseTemplate(text), (slot) => values[slot] ?? { kind: 'line', value: slot, filled: false });
const join = (parts: readonly FilledPart[]) => parts.map((part) => ('text' in part ? part.text : part.filled ? part.value : `[${part.value}]`)).join('');

test('reads slots and parts that may be left out, and gives both back', () => {
  const template = parseTemplate('Good morning[[, {clientName}]], this is {speakerName}.');
  expect(template).toEqual(['Good morning', { optional: [', ', { slot: 'clientName' }] }, ', this is ', { slot: 'speakerName' }, '.']);
  expect(getSlots(template)).toEqual(['clientName', 'speakerName']);
});

test('puts each value into its slot and keeps the text around it', () => {
  expect(fill('For {name}: {matter}.', { name: line('Noa'), matter: line('the price list') })).toEqual([
    { text: 'For ' },
    { slot: 'name', ...line('Noa') },
    { text: ': ' },
    { slot: 'matter', ...line('the price list') },
    { text: '.' },
  ]);
});

test('W05 keeps the place of a slot that is empty, marked as not filled', () => {
  expect(fill('For {name}.', {})).toEqual([{ text: 'For ' }, { slot: 'name', kind: 'line', value: 'name', filled: false }, { text: '.' }]);
});

test('leaves out a part in brackets with all its words while its slot is empty', () => {
  const text = 'Good morning[[, {clientName}]].';
  expect(join(fill(text, {}))).toBe('Good morning.');
  expect(join(fill(text, { clientName: line('Dr Levi') }))).toBe('Good morning, Dr Levi.');
});

test('puts other words in the place of a part whose slot is empty, where the text has them', () => {
  const text = 'Please call [[{contactName}|me]] on {phone}.';
  expect(parseTemplate(text)[1]).toEqual({ optional: [{ slot: 'contactName' }], otherwise: 'me' });
  expect(getSlots(parseTemplate(text))).toEqual(['contactName', 'phone']);
  expect(join(fill(text, { phone: line('1') }))).toBe('Please call me on 1.');
  expect(join(fill(text, { phone: line('1'), contactName: line('Noa | Dan') }))).toBe('Please call Noa | Dan on 1.');
});

test.for(['$&', '$1', '$`', "$'", '{{name}}', '{matter}', '[[{matter}]]', '%s', '\\', '{', '}}'])(
  'W07 puts in %s as it is and substitutes nothing in it',
  (value) => {
    expect(join(fill('For {name}: {matter}.', { name: line(value), matter: line('M') }))).toBe(`For ${value}: M.`);
  },
);

test('ends a sentence that was entered without a full stop, outside its value', () => {
  expect(fill('{mistake} It was ours.', { mistake: sentence('We sent the old list') })).toEqual([
    { slot: 'mistake', ...sentence('We sent the old list') },
    { text: '.' },
    { text: ' It was ours.' },
  ]);
});

test.for(['We sent it.', 'Why?', 'שלחנו!', 'لماذا؟', 'We sent “it.”', 'And then…', 'It ended (so.)'])('adds nothing to “%s”', (value) => {
  expect(join(fill('{mistake} Ours.', { mistake: sentence(value) }))).toBe(`${value} Ours.`);
});

test('puts no second full stop after a value that ends with one', () => {
  expect(join(fill('From {name}.', { name: line('Levi Ltd.') }))).toBe('From Levi Ltd.');
  expect(join(fill('From {name}... more', { name: line('Levi Ltd.') }))).toBe('From Levi Ltd.... more');
  expect(join(fill('From {name}. More.', { name: line('Levi Ltd.') }))).toBe('From Levi Ltd. More.');
});
