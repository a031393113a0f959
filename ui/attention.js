// What changes while a reader does not look: a new answer is said once, and the focus is kept when what had it goes away.
(() => {
  const main = () => document.querySelector('[data-testid=stMain]');
  const isWhole = () => document.querySelector('footer.site');
  const isSeen = part => part.checkVisibility({visibilityProperty: true});
  const FOCUSABLE = 'button:not([disabled]):not([tabindex="-1"]), a[href], input, summary, select, textarea';

  // One region that is there from the beginning; the answer that a page opens with is read where it stands.
  const region = document.createElement('div');
  region.className = 'unseen';
  region.setAttribute('role', 'status');
  document.body.append(region);
  let page = '';
  let said = '';
  const say = () => {
    const stands = isWhole() && document.querySelector('.answer');
    if (!stands) return;
    const spoken = stands.cloneNode(true);
    // What a term means is read where it is opened.
    for (const closed of spoken.querySelectorAll('[popover]')) closed.remove();
    const answer = spoken.textContent.trim();
    if (page === location.pathname && answer !== said) region.textContent = answer;
    page = location.pathname;
    said = answer;
  };

  // What had the focus, with all that it stood in and what comes before it, until the reader leaves it by themselves.
  let held = [];
  let before = [];
  let heldOn = '';
  addEventListener('focusin', ({target}) => {
    held = [];
    heldOn = location.pathname;
    for (let part = target; part && part !== document.body; part = part.parentElement) held.push(part);
    const all = [...main()?.querySelectorAll(FOCUSABLE) ?? []];
    before = all.slice(0, Math.max(all.indexOf(target), 0)).reverse();
  });
  addEventListener('pointerdown', ({target}) => {
    if (!held[0]?.contains(target)) held = [];
  }, true);

  // Where the focus goes: back to what had it and was hidden for a moment; to the same link in a list written anew; to
  // what is left of its row; to what came before it; else to the question, as on another page.
  const isSame = link => link.textContent === held[0].textContent && link.parentElement.className === held[1]?.className;
  const again = () => held[0].matches('a') && [...main()?.querySelectorAll('a') ?? []].find(isSame);
  const heir = () => {
    const row = held.find(part => part.isConnected && part.matches('[class*=st-key-]'));
    const left = [again(), ...row?.querySelectorAll(FOCUSABLE) ?? [], ...before];
    const near = location.pathname === heldOn && left.find(part => part?.isConnected && isSeen(part));
    const heading = document.querySelector('h1');
    if (!near && heading) heading.tabIndex = -1;
    return near || heading;
  };
  const keep = () => {
    if (!held.length || !isWhole() || document.activeElement !== document.body) return;
    const next = held[0].isConnected ? held[0] : heir();
    if (!next || !isSeen(next)) return;
    next.focus({preventScroll: next === held[0]});
  };

  // A page fills in parts: it is looked at when nothing has changed for a moment.
  let timer;
  new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => { say(); keep(); }, 150);
  }).observe(document.body, {childList: true, subtree: true});
})();
