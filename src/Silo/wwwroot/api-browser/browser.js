// Draws /openapi/v1.json. Everything goes in as text, never as markup.
const element = (name, attributes = {}, ...children) => {
  const node = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  node.append(...children);
  return node;
};

const resolve = (api, schema) => schema?.$ref ? schema.$ref.split('/').slice(1).reduce((node, key) => node[key], api) : schema;

// An example from a schema; a type that contains itself ends at the third level.
const example = (api, schema, depth = 0) => {
  const found = resolve(api, schema);
  if (!found || depth > 3) return null;
  if (found.enum) return found.enum[0];
  if (found.oneOf || found.anyOf) return example(api, (found.oneOf ?? found.anyOf).find(option => option.type !== 'null'), depth + 1);
  const type = Array.isArray(found.type) ? found.type.find(name => name !== 'null') : found.type;
  if (type === 'array') return [example(api, found.items, depth + 1)];
  if (type === 'integer' || type === 'number') return 0;
  if (type === 'boolean') return false;
  if (type === 'string') return found.format === 'date-time' ? '2026-03-02T09:00:00+08:00' : found.format ?? 'text';
  return Object.fromEntries(Object.entries(found.properties ?? {}).map(([key, value]) => [key, example(api, value, depth + 1)]));
};

const body = (api, title, content) => {
  const [[type, media]] = Object.entries(content);
  return element('div', {}, element('h4', {}, `${title} (${type})`), element('pre', {}, JSON.stringify(example(api, media.schema), null, 2)));
};

const operation = (api, path, method, description) => {
  const details = element('details', {},
    element('summary', {}, element('span', { class: 'method' }, method.toUpperCase()), element('code', {}, path), ` ${description.summary ?? ''}`));
  if (description.description) details.append(element('p', {}, description.description));
  if (description.parameters?.length) {
    details.append(element('table', {}, ...description.parameters.map(parameter => element('tr', {},
      element('th', { scope: 'row' }, parameter.name), element('td', {}, parameter.in), element('td', {}, parameter.required ? 'required' : ''),
      element('td', {}, parameter.description ?? '')))));
  }
  if (description.requestBody) details.append(body(api, 'Request', description.requestBody.content));
  Object.entries(description.responses ?? {}).forEach(([status, response]) => details.append(
    response.content ? body(api, `Response ${status}`, response.content) : element('p', {}, `Response ${status}: ${response.description ?? ''}`)));
  details.dataset.text = `${method} ${path} ${description.summary ?? ''}`.toLowerCase();
  return details;
};

const draw = api => {
  const byTag = new Map();
  Object.entries(api.paths).forEach(([path, methods]) => Object.entries(methods).forEach(([method, description]) => {
    const tag = description.tags?.[0] ?? 'Other';
    byTag.set(tag, [...(byTag.get(tag) ?? []), operation(api, path, method, description)]);
  }));
  document.getElementById('about').textContent = api.info.description ?? '';
  document.getElementById('operations').replaceChildren(
    ...[...byTag].map(([tag, operations]) => element('section', {}, element('h2', {}, tag), ...operations)));
};

document.getElementById('filter').addEventListener('input', event => {
  const wanted = event.target.value.toLowerCase();
  document.querySelectorAll('details').forEach(details => { details.hidden = !details.dataset.text.includes(wanted); });
});

fetch('/openapi/v1.json').then(response => response.json()).then(draw)
  .catch(error => { document.getElementById('operations').textContent = `The description could not be read: ${error.message}`; });
