// What Streamlit does not do for a reader: it names the menu in their language and closes it after a choice, opens the
// filters of a narrow page, and writes the values of the mark that a finger touched below its chart.
(() => {
  const words = document.currentScript.dataset;
  const NARROW = matchMedia('(max-width: 768px)');
  const NAMED = {
    '[data-testid=stExpandSidebarButton]': words.menu,
    '[data-testid=stSidebarCollapseButton] button': words.close,
    '.stSidebar': words.menu,
  };
  const root = document.documentElement;
  const NEAR = [[0, 0], [0, -8], [0, 8], [-8, 0], [8, 0], [0, -16], [0, 16], [-16, 0], [16, 0], [0, -28], [0, 28]];

  // Streamlit's style, for which nothing waits (`shell.py`).
  const style = document.querySelector('link[rel=stylesheet][media=print]');
  const use = () => { style.media = 'all'; };
  if (style?.sheet) use();
  else style?.addEventListener('load', use);

  const name = () => {
    for (const [selector, label] of Object.entries(NAMED)) {
      for (const found of document.querySelectorAll(`${selector}:not([data-name])`)) {
        found.dataset.name = label;
        found.setAttribute('aria-label', label);
      }
    }
    // A chart has one name, its finding; what Vega says of its parts is English and counts in millions.
    for (const drawn of document.querySelectorAll('.stVegaLiteChart > svg:not([aria-hidden])')) {
      drawn.setAttribute('aria-hidden', 'true');
    }
    // Keyboards scroll what they can reach: a table that is wider than its place.
    for (const place of document.querySelectorAll('[data-testid=stTable] > div:not([tabindex])')) {
      if (place.scrollWidth > place.clientWidth) place.tabIndex = 0;
    }
    const open = String(root.dataset.filters === 'open');
    const button = document.querySelector(`.filters-button:not([aria-expanded=${open}])`);
    button?.setAttribute('aria-expanded', open);
  };

  // What the address opens is scrolled to, once for each thing that it names, and stays in sight while the page grows and
  // Streamlit goes to its top, which it does for each new page: for some seconds, or until the reader does something.
  const KEEPS_MS = 10000;
  const OPENS = ['event', 'promise', 'claim', 'term', 'measure'];
  const openedPlace = () => document.querySelector('[class*=st-key-opened-], details.opened');
  let shown = '', keptUntil = 0;
  const keep = () => performance.now() < keptUntil && openedPlace()?.scrollIntoView({block: 'nearest'});
  const grows = new ResizeObserver(keep);
  addEventListener('scroll', keep, {capture: true, passive: true});
  for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown']) {
    addEventListener(type, () => { keptUntil = 0; }, {capture: true, passive: true});
  }
  const reach = () => {
    const named = new URLSearchParams(location.search);
    const opened = OPENS.filter(part => named.has(part)).map(part => `${part}=${named.get(part)}`).join();
    if (opened === shown) return;
    const place = openedPlace();
    if (!opened) shown = '';
    else if (place?.textContent && document.querySelector('footer.site')) {
      shown = opened;
      keptUntil = performance.now() + KEEPS_MS;
      keep();
      grows.disconnect();
      grows.observe(place.closest('[data-testid=stMainBlockContainer]'));
    }
  };

  // An address that ends in #view leads down to the choice of views, once the page is whole.
  let sought = location.hash === '#view';
  const goThere = () => {
    const place = sought && document.querySelector('footer.site') && document.querySelector('.st-key-address-view');
    if (!place) return;
    sought = false;
    setTimeout(() => place.getBoundingClientRect().top > innerHeight / 2 && place.scrollIntoView(), 300);
  };

  // The what-if takes the focus where a reader opens it, and gives it back where it closes; Streamlit may put another
  // field in the place of the first, so that it is watched until the reader does something else.
  const SWITCH = '.st-key-address-what_if';
  let turned = false;
  for (const type of ['pointerdown', 'keydown']) {
    document.addEventListener(type, event => {
      turned = Boolean(event.target.closest(SWITCH)) && [undefined, ' '].includes(event.key);
    }, true);
  }
  const follow = () => {
    const button = document.querySelector(`${SWITCH} input`);
    const panel = document.querySelector('.st-key-what-if');
    if (!turned || !button || button.checked !== Boolean(panel)) return;
    if ((panel ?? button).contains(document.activeElement)) return;
    (panel ? panel.querySelector('button, input') : button)?.focus();
  };

  // What is pinned under a chart is of this address; another has other charts, or other values in them.
  let pinnedAt = '';
  const unpin = () => {
    if (pinnedAt && pinnedAt !== location.href) forget();
  };
  const forget = () => {
    pinnedAt = '';
    document.querySelectorAll('.pinned').forEach(pinned => pinned.remove());
  };

  // Behind the first screen nobody reads; when it goes, that is a change, too.
  const isHidden = () => document.querySelector('.first-screen main');
  const changed = () => isHidden() || [name, reach, goThere, follow, unpin].forEach(act => act());
  new MutationObserver(changed).observe(document.body, {childList: true, subtree: true});
  addEventListener('resize', name);

  document.addEventListener('click', event => {
    if (event.target.closest('.filters-button')) {
      root.dataset.filters = root.dataset.filters === 'open' ? 'closed' : 'open';
      name();
    }
    const chosen = event.target.closest('[data-testid=stSidebar] a');
    if (chosen && NARROW.matches) {
      root.dataset.filters = 'closed';
      setTimeout(() => document.querySelector('[data-testid=stSidebarCollapseButton] button')?.click());
    }
  });

  // Vega shows its tooltip where a pointer moves, and a finger does not: it is moved for it, on the spot and then nearby.
  const found = (x, y) => {
    const place = document.elementFromPoint(x, y);
    const at = {clientX: x, clientY: y, bubbles: true, pointerType: 'mouse'};
    for (const type of ['pointerover', 'pointermove']) place?.dispatchEvent(new PointerEvent(type, at));
    const shown = document.querySelector('#vg-tooltip-element.visible');
    return place?.closest('.stVegaLiteChart') && shown ? [...shown.querySelectorAll('tr')] : [];
  };

  const pin = (chart, rows) => {
    const list = document.createElement('dl');
    list.className = 'pinned';
    list.setAttribute('role', 'status');
    for (const row of rows) {
      for (const [place, cell] of [...row.cells].entries()) {
        list.append(Object.assign(document.createElement(place ? 'dd' : 'dt'), {textContent: cell.textContent}));
      }
    }
    chart.closest('[data-testid=stElementContainer]').after(list);
    list.scrollIntoView({block: 'nearest'});
    pinnedAt = location.href;
  };

  document.addEventListener('pointerup', event => {
    const chart = event.pointerType === 'mouse' ? null : event.target.closest('.stVegaLiteChart');
    if (event.pointerType !== 'mouse') forget();
    if (!chart) return;
    for (const [dx, dy] of NEAR) {
      const rows = found(event.clientX + dx, event.clientY + dy);
      if (rows.length) return pin(chart, rows);
    }
  });
})();
