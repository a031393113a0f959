// The first screen, which came with the address, makes room for the page once that is drawn. What never comes to its end,
// or has something to say of itself, is shown as far as it came.
(() => {
  const screen = document.querySelector('.first-screen');
  if (!screen) return;
  const [LOOKS_MS, LONGEST_MS] = [16, 10000];
  const TROUBLE = '.stException, .stAlert, [role=dialog]';
  let begun = 0;

  // What is seen is asked last: to answer, the browser lays the page out.
  const isDrawn = () => document.querySelector('.stSidebar nav.languages')
    && (!screen.querySelector('svg') || document.querySelector('.stVegaLiteChart svg text'))
    && document.querySelector('footer.site')?.checkVisibility({visibilityProperty: true});

  // Where the reader is, and what they have typed, go over to the page.
  const leave = () => {
    const {scrollTop} = screen.querySelector('main');
    if (scrollTop) document.querySelector('.stMain')?.scrollTo(0, scrollTop);
    const [typed, field] = [screen, document.querySelector('.stSidebar')].map(place => place?.querySelector('input[type=search]'));
    const hasFocus = typed === document.activeElement;
    if (field && typed.value !== typed.defaultValue) field.value = typed.value;
    screen.remove();
    if (hasFocus) field?.focus();
  };

  // A menu that the reader has opened stays until it is closed.
  const timer = setInterval(() => {
    if (!document.querySelector('.stApp')) return;
    begun ||= Date.now();
    const isTime = document.querySelector(TROUBLE) || isDrawn() || Date.now() - begun > LONGEST_MS;
    if (!isTime || screen.querySelector('.first-menu[open]')) return;
    clearInterval(timer);
    leave();
  }, LOOKS_MS);
})();
