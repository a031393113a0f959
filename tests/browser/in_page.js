// What the tests ask of a page, or do in it; conftest.py calls these by their names.

// As Back and Forward do.
function go(address) {
  history.pushState({}, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
}

// The run of this address has come to its end, the footer; nothing waits for its script, and every chart has its marks.
// Charts far down need not wait until the page has been quiet for a moment (ui/in_turn.js).
function drawn() {
  document.documentElement.toggleAttribute('data-quiet', true);
  const app = document.querySelector('[data-testid=stApp]')?.dataset ?? {};
  const held = search => [...new URLSearchParams(search)].filter(([name]) => name !== 'lang').sort().join();
  const languages = [...document.querySelectorAll('nav.languages a')];
  const charts = [...document.querySelectorAll('[data-testid=stVegaLiteChart]')];
  return app.testScriptState === 'notRunning' && app.testConnectionState === 'CONNECTED'
    && document.querySelector('footer.site')?.checkVisibility({visibilityProperty: true})
    && languages.some(link => held(link.search) === held(location.search))
    && document.querySelector('[data-testid=stSkeleton]') === null
    && charts.every(chart => chart.querySelector('svg, canvas'));
}

function painted(scheme) {
  return getComputedStyle(document.querySelector('[data-testid=stApp]')).colorScheme === scheme;
}

function forget() {
  localStorage.clear();
  sessionStorage.clear();
  document.activeElement?.blur();
  for (const part of document.querySelectorAll('[data-testid=stMain], [data-testid=stSidebarContent]')) part.scrollTo(0, 0);
}

// A menu that the test before closed in a narrow window stays closed in a wide one.
function unfold() {
  if (innerWidth > 800 && document.querySelector('[data-testid=stSidebar][data-collapsed=true]'))
    document.querySelector('[data-testid=stExpandSidebarButton]').click();
}

// How far the page scrolls sideways.
function sideways() {
  const main = document.querySelector('[data-testid=stMain]');
  return Math.max(main.scrollWidth - main.clientWidth, 0);
}

// How far what is seen has moved by itself, in the measure of browsers (0.1 is little): the sum since `moved` was set to 0.
function watchMoves() {
  window.moved = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) window.moved += entry.hadRecentInput ? 0 : entry.value;
  }).observe({type: 'layout-shift', buffered: true});
}
