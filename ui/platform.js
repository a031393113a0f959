// Streamlit's own words in the reader's language. A word is changed where it stands alone, in a text or a name.
(() => {
  const words = JSON.parse(document.currentScript.dataset.words);
  const ATTRIBUTES = ['aria-label', 'title', 'placeholder', 'aria-roledescription'];
  const OURS = '.stHtml, [data-testid=stTable], [data-testid=data-grid-canvas], svg, script, style, noscript';
  const escaped = text => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  const patterns = Object.entries(words).filter(([said]) => said.includes('*'))
    .map(([said, word]) => [new RegExp(`^${escaped(said).replace('*', '([^]+)')}$`), word]);

  const put = said => {
    if (said in words) return words[said];
    for (const [pattern, word] of patterns) {
      const found = pattern.exec(said);
      if (found) return word.replace('*', () => found[1]);
    }
  };
  const known = new Map();
  const translated = said => {
    if (!known.has(said)) known.set(said, put(said));
    return known.get(said);
  };

  const text = node => {
    const word = translated(node.nodeValue.trim());
    if (word === undefined || word === node.nodeValue || node.parentElement?.closest(OURS)) return;
    node.nodeValue = word;
    if (!word) node.parentElement.closest('pre')?.toggleAttribute('hidden', true);
  };
  const name = (element, attribute) => {
    const said = element.getAttribute(attribute);
    const word = said && translated(said);
    if (word && word !== said && !element.closest(OURS)) element.setAttribute(attribute, word);
  };
  const names = element => ATTRIBUTES.forEach(attribute => name(element, attribute));

  const whole = node => {
    if (node.nodeType === Node.TEXT_NODE) return text(node);
    if (node.nodeType !== Node.ELEMENT_NODE || node.closest(OURS)) return;
    names(node);
    node.querySelectorAll(ATTRIBUTES.map(attribute => `[${attribute}]`)).forEach(names);
    const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) text(walk.currentNode);
  };
  new MutationObserver(changes => {
    for (const {type, target, attributeName, addedNodes} of changes) {
      if (target instanceof SVGElement) continue;
      if (type === 'attributes') name(target, attributeName);
      else if (type === 'characterData') text(target);
      else addedNodes.forEach(whole);
    }
  }).observe(document.body, {childList: true, subtree: true, characterData: true, attributeFilter: ATTRIBUTES});
})();
