import { getFirstQuestion, type TriageNode } from '../triage/tree.ts';

/** Where the questions about the law lead when one of them is answered with yes. */
export const GATE_OUTCOME = 'legal-first';

/** The message to send while a lawyer looks at the wording. */
export const HOLDING_MESSAGE = 'holding-note';

/** The questions with which the triage begins, as long as “yes” leads to a lawyer. */
export function getGateQuestions<Node extends TriageNode>(nodes: readonly Node[]): Extract<Node, { kind: 'question' }>[] {
  const questions: Extract<Node, { kind: 'question' }>[] = [];
  let next: Node | undefined = getFirstQuestion(nodes);
  while (next && isQuestion(next) && next.yes === GATE_OUTCOME && !questions.includes(next)) {
    questions.push(next);
    const { no }: Extract<Node, { kind: 'question' }> = next;
    next = nodes.find(({ id }) => id === no);
  }
  return questions;
}

function isQuestion<Node extends TriageNode>(node: Node): node is Extract<Node, { kind: 'question' }> {
  return node.kind === 'question';
}
