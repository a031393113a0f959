// Charts are drawn where the reader looks. One that is far from the screen waits until the page has been quiet for a
// moment, and waits again while a filter changes: Streamlit draws no chart that has no width (see in loading.css).
(() => {
  const root = document.documentElement;
  const QUIET_MS = 1500;
  const CHANGES = 'input, button, summary, a, [role=slider], [role=option]';
  root.toggleAttribute('data-in-turn', true);

  const place = chart => chart.closest('[data-testid=stElementContainer]') ?? chart.parentElement;
  const chartsOf = new WeakMap();
  const near = new IntersectionObserver(entries => {
    for (const {target, isIntersecting} of entries) chartsOf.get(target).toggleAttribute('data-near', isIntersecting);
  }, {rootMargin: '25% 0px'});

  // What stands below the first figure is loaded once that is drawn, what other pages need once this one is there.
  const [below, later] = ['below', 'later'].map(name => document.currentScript.dataset[name].split(' ').filter(Boolean));
  const load = addresses => addresses.splice(0).forEach(address => {
    document.head.append(Object.assign(document.createElement('link'), {rel: 'modulepreload', crossOrigin: '', href: address}));
  });

  // Quiet is when nothing has changed for a moment and what is near has been drawn.
  const unfinished = () => document.querySelector('.stVegaLiteChart[data-near]:not(:has(svg, canvas))');
  const rest = () => {
    root.toggleAttribute('data-quiet', true);
    load(below);
    load(later);
  };
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (unfinished() ? wait() : rest()), QUIET_MS);
  };

  new MutationObserver(() => {
    for (const chart of document.querySelectorAll('.stVegaLiteChart:not([data-waits])')) {
      const stands = place(chart);
      chart.toggleAttribute('data-waits', true);
      chart.toggleAttribute('data-near', stands.getBoundingClientRect().top < innerHeight);
      chartsOf.set(stands, chart);
      near.observe(stands);
    }
    if (below.length && document.querySelector('.stVegaLiteChart svg')) load(below);
    if (!root.hasAttribute('data-quiet')) wait();
  }).observe(document.body, {childList: true, subtree: true});

  for (const type of ['pointerdown', 'keydown']) {
    addEventListener(type, event => {
      if (!event.target.closest?.(CHANGES)) return;
      root.toggleAttribute('data-quiet', false);
      wait();
    }, true);
  }
  addEventListener('beforeprint', () => root.toggleAttribute('data-quiet', true));
})();
