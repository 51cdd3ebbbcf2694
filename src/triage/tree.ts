/**
 * The tree of questions. A reader's place in it is a node and the answers that led there; both stand in the address, so
 * that a place can be sent, revised and reached without script.
 */
export const answers = ['yes', 'no', 'notSure'] as const;

export type Answer = (typeof answers)[number];

export interface TriageQuestion {
  readonly kind: 'question';
  readonly id: string;
  readonly first: boolean;
  readonly yes: string;
  readonly no: string;
  readonly notSure: string;
  readonly lawyerIfNotSure: boolean;
}

export interface TriageOutcome {
  readonly kind: 'outcome';
  readonly id: string;
}

export type TriageNode = TriageQuestion | TriageOutcome;

/** A place in the tree: the answers given so far, in order, and the node they lead to. */
export interface TriagePlace<Node extends TriageNode = TriageNode> {
  readonly node: Node;
  readonly given: readonly { readonly question: Extract<Node, { kind: 'question' }>; readonly answer: Answer }[];
}

const LETTERS: Record<Answer, string> = { yes: 'y', no: 'n', notSure: 'u' };

/** The answers as they stand in an address: one letter each, `y`, `n` or `u`. */
export function formatAnswers(given: readonly { readonly answer: Answer }[]): string {
  return given.map(({ answer }) => LETTERS[answer]).join('');
}

/** The question with which the triage begins. @throws if there is none */
export function getFirstQuestion<Node extends TriageNode>(nodes: readonly Node[]): Extract<Node, { kind: 'question' }> {
  const first = nodes.find((node): node is Extract<Node, { kind: 'question' }> => node.kind === 'question' && node.first);
  if (!first) throw new Error('The triage has no first question. Set `first: true` in one content/triage/<id>/triage.yaml.');
  return first;
}

/** The place that follows when the question at `place` is answered. @throws if `place` is an outcome or leads nowhere */
export function getNextPlace<Node extends TriageNode>(nodes: readonly Node[], place: TriagePlace<Node>, answer: Answer): TriagePlace<Node> {
  const question = place.node;
  if (!isQuestion(question)) throw new Error(`\`${question.id}\` is an outcome; nothing follows it.`);
  const next = nodes.find((node) => node.id === question[answer]);
  if (!next) throw new Error(`\`${question.id}\` leads to \`${question[answer]}\`, which is not in content/triage/.`);
  return { node: next, given: [...place.given, { question, answer }] };
}

/** The place that `given` leads to from the first question. @throws where there are more answers than questions */
export function getPlaceAfter<Node extends TriageNode>(nodes: readonly Node[], given: readonly Answer[]): TriagePlace<Node> {
  return given.reduce<TriagePlace<Node>>((place, answer) => getNextPlace(nodes, place, answer), { node: getFirstQuestion(nodes), given: [] });
}

/** Every place that can be reached, the beginning first. @throws if the questions run in a circle */
export function getPlaces<Node extends TriageNode>(nodes: readonly Node[]): TriagePlace<Node>[] {
  const visit = (place: TriagePlace<Node>): TriagePlace<Node>[] => {
    if (place.given.length > nodes.length) throw new Error(`The triage runs in a circle at \`${place.node.id}\`.`);
    return [place, ...(isQuestion(place.node) ? answers.flatMap((answer) => visit(getNextPlace(nodes, place, answer))) : [])];
  };
  return visit({ node: getFirstQuestion(nodes), given: [] });
}

/** The place at which the answer number `index` was given, to give another. */
export function getEarlierPlace<Node extends TriageNode>(place: TriagePlace<Node>, index: number): TriagePlace<Node> {
  const answered = place.given[index];
  if (!answered) throw new Error(`There is no answer ${index} among ${place.given.length}.`);
  return { node: answered.question, given: place.given.slice(0, index) };
}

/** Whether an answer on the way was “not sure” where that calls for a lawyer. */
export function isLawyerAdvised(given: readonly { readonly question: { readonly lawyerIfNotSure: boolean }; readonly answer: Answer }[]): boolean {
  return given.some(({ question, answer }) => answer === 'notSure' && question.lawyerIfNotSure);
}

function isQuestion<Node extends TriageNode>(node: Node): node is Extract<Node, { kind: 'question' }> {
  return node.kind === 'question';
}
