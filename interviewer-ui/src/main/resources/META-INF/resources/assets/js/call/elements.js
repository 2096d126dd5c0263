// Small steps in making a screen.

/** @param attributes true for one without a value; false and undefined for none */
export const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
};

export const write = (element, words) => {
  if (element.textContent !== words) element.textContent = words;
};

export const show = (element, shown) => {
  if (element.hidden === shown) element.hidden = !shown;
};

/** A picture without words: what can be heard of it stands beside it. */
export const film = (mine) => {
  const video = make('video', { playsinline: true, autoplay: true, 'aria-hidden': 'true', tabindex: '-1' });
  video.muted = mine;
  return video;
};
