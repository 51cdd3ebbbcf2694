import { afterEach, expect, test } from 'vitest';
import { SearchBoxElement } from '../../src/search/search-box-element.ts';

const address = location.href;

afterEach(() => {
  document.body.replaceChildren();
  history.replaceState(null, '', address);
});

test('puts the form in the place of the link to all steps', () => {
  const element = showBox();
  expect(element.querySelector('a')).toBeNull();
  expect(element.querySelectorAll('form[role="search"]')).toHaveLength(1);
});

test('leaves the link where there is no form to put in its place', () => {
  const element = showBox({ template: false });
  expect(element.querySelector('a')?.getAttribute('href')).toBe('/en/steps/');
  expect(element.querySelector('form')).toBeNull();
});

test('makes one form, though it is moved in the page', () => {
  const element = showBox();
  document.body.append(element);
  expect(element.querySelectorAll('form')).toHaveLength(1);
});

test('shows the query of the address on the search page, letter for letter', () => {
  history.replaceState(null, '', '/en/search/?q=%3Cb%3E%22sorry%22+%D7%A1%D7%9C%D7%99%D7%97%D7%94');
  expect(getField(showBox()).value).toBe('<b>"sorry" סליחה');
});

test('shows nothing on the search page without a query', () => {
  history.replaceState(null, '', '/en/search/');
  expect(getField(showBox()).value).toBe('');
});

test('shows no query on any other page', () => {
  history.replaceState(null, '', '/en/guide/?q=sorry');
  expect(getField(showBox()).value).toBe('');
});

/** The box as the server writes it. */
function showBox({ template = true } = {}): HTMLElement {
  SearchBoxElement.define();
  const form = `<template><form role="search" action="/en/search/" method="get"><input type="search" name="q" aria-label="Search the guide" required><button aria-label="Search"></button></form></template>`;
  document.body.insertAdjacentHTML('beforeend', `<atm-search-box><a href="/en/steps/">Steps A–Z</a>${template ? form : ''}</atm-search-box>`);
  return document.querySelector<HTMLElement>('atm-search-box')!;
}

function getField(element: HTMLElement): HTMLInputElement {
  return element.querySelector('input')!;
}
