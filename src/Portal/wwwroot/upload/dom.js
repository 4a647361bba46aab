export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

export const button = (text, style, click) => {
  const made = element('button', { type: 'button', className: `btn btn-sm ${style}`, textContent: text });
  made.addEventListener('click', click);
  return made;
};

let last = 0;
export const newId = () => `up-${++last}`;
