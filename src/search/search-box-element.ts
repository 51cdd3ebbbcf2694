/**
 * `<atm-search-box>`: puts a search form in the place of the link to the list of all steps.
 * On the search page the field shows the query of the address.
 */
export class SearchBoxElement extends HTMLElement {
  static define(): void {
    if (!customElements.get('atm-search-box')) customElements.define('atm-search-box', SearchBoxElement);
  }

  connectedCallback(): void {
    const template = this.querySelector('template');
    if (!template || this.querySelector('form')) return;
    const form = document.importNode(template.content, true);
    const field = form.querySelector('input');
    const action = form.querySelector('form')?.action;
    if (field && action && new URL(action).pathname === location.pathname) field.value = new URLSearchParams(location.search).get('q') ?? '';
    this.querySelector('a')?.replaceWith(form);
  }
}
