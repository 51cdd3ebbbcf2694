/** The one line that fixes the order of the cascade layers. It stands before every other style of a page. */
export const layerOrder = '@layer tokens,base,layout,components,print;';
