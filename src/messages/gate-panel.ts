import type { MessageBuilderElement } from './message-builder-element.ts';

/** Shows the answers to the questions about the law, and opens or bars the way out of the page accordingly. */
export function showGate(builder: MessageBuilderElement): void {
  const gate = builder.querySelector<HTMLElement>('[data-gate]');
  if (!gate) return;
  const answers = [...gate.querySelectorAll<HTMLElement>('[data-question]')].map((question) => {
    const answer = builder.entries.get(`gate:${question.dataset['question']}`) ?? '';
    for (const radio of question.querySelectorAll<HTMLInputElement>('input')) radio.checked = radio.value === answer;
    return answer;
  });
  const isStopped = answers.includes('yes');
  const isOpen = !isStopped && answers.every((answer) => answer === 'no' || answer === 'not-sure');
  gate.querySelector('[data-stop]')?.toggleAttribute('hidden', !isStopped);
  gate.querySelector('[data-unsure]')?.toggleAttribute('hidden', !isOpen || !answers.includes('not-sure'));
  for (const { out } of builder.texts) {
    out.querySelector('[data-locked]')?.toggleAttribute('hidden', isOpen || isStopped);
    out.querySelector('[data-buttons]')?.toggleAttribute('hidden', !isOpen);
    out.hidden = isStopped;
  }
}

/** Whether a text of the page may be taken along. */
export function isGateOpen(builder: MessageBuilderElement): boolean {
  const questions = [...builder.querySelectorAll<HTMLElement>('[data-gate] [data-question]')];
  return questions.every((question) => ['no', 'not-sure'].includes(builder.entries.get(`gate:${question.dataset['question']}`) ?? ''));
}
