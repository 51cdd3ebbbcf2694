import { describe, expect, it } from 'vitest';
import {
  formatAnswers,
  getEarlierPlace,
  getFirstQuestion,
  getNextPlace,
  getPlaceAfter,
  getPlaces,
  isLawyerAdvised,
  type TriageNode,
} from '../../src/triage/tree.ts';

const nodes: TriageNode[] = [
  { kind: 'outcome', id: 'lawyer' },
  { kind: 'outcome', id: 'call' },
  { kind: 'outcome', id: 'mend' },
  { kind: 'question', id: 'second', first: false, yes: 'call', no: 'mend', notSure: 'mend', lawyerIfNotSure: false },
  { kind: 'question', id: 'first', first: true, yes: 'lawyer', no: 'second', notSure: 'second', lawyerIfNotSure: true },
];

const start = { node: getFirstQuestion(nodes), given: [] };

describe('the tree of questions', () => {
  it('begins at the one question that says so', () => {
    expect(getFirstQuestion(nodes).id).toBe('first');
    expect(() => getFirstQuestion(nodes.filter(({ id }) => id !== 'first'))).toThrow(/first: true/);
  });

  it('has a place for every way through it, the beginning first', () => {
    expect(getPlaces(nodes).map((place) => `${place.node.id} ${formatAnswers(place.given)}`)).toEqual([
      'first ',
      'lawyer y',
      'second n',
      'call ny',
      'mend nn',
      'mend nu',
      'second u',
      'call uy',
      'mend un',
      'mend uu',
    ]);
  });

  it('leads from an answer to what follows it and remembers the answer', () => {
    const next = getNextPlace(nodes, start, 'notSure');
    expect(next.node.id).toBe('second');
    expect(next.given.map(({ question, answer }) => [question.id, answer])).toEqual([['first', 'notSure']]);
    expect(() => getNextPlace(nodes, getNextPlace(nodes, start, 'yes'), 'no')).toThrow(/outcome/);
  });

  it('leads to each of its places again by the answers alone', () => {
    for (const place of getPlaces(nodes)) {
      const given = place.given.map(({ answer }) => answer);
      expect(getPlaceAfter(nodes, given)).toEqual(place);
    }
    expect(() => getPlaceAfter(nodes, ['yes', 'no'])).toThrow(/outcome/);
  });

  it('leads back to an answer with those before it kept, so that another can be given', () => {
    const place = getNextPlace(nodes, getNextPlace(nodes, start, 'no'), 'yes');
    const back = getEarlierPlace(place, 1);
    expect([back.node.id, formatAnswers(back.given)]).toEqual(['second', 'n']);
    expect(formatAnswers(getEarlierPlace(place, 0).given)).toBe('');
    expect(() => getEarlierPlace(place, 2)).toThrow(/no answer 2/);
  });

  it('advises a lawyer when “not sure” was said to a question of law, and only then', () => {
    expect(isLawyerAdvised(getNextPlace(nodes, start, 'notSure').given)).toBe(true);
    expect(isLawyerAdvised(getNextPlace(nodes, start, 'no').given)).toBe(false);
    expect(isLawyerAdvised(getNextPlace(nodes, getNextPlace(nodes, start, 'no'), 'notSure').given)).toBe(false);
  });

  it('is refused where it leads nowhere or in a circle', () => {
    const nowhere = nodes.map((node) => (node.id === 'first' ? { ...node, no: 'gone' } : node)) as TriageNode[];
    expect(() => getPlaces(nowhere)).toThrow(/`first` leads to `gone`/);
    const circle = nodes.map((node) => (node.id === 'second' ? { ...node, no: 'first' } : node)) as TriageNode[];
    expect(() => getPlaces(circle)).toThrow(/circle/);
  });
});
