// The first screen, which came with the address, makes room for the page once that is drawn as far as it goes itself: the
// rest follows, and the menu with it. What never comes to its end, or has something to say of itself, is shown as far as
// it came.
(() => {
  const screen = document.querySelector('.first-screen');
  if (!screen) return;
  const LONGEST_MS = 10000;
  const TROUBLE = '.stException, .stAlert, [role=dialog]';
  const [page, menu] = ['main', '.first-menu'].map(part => screen.querySelector(part));
  const drawn = page.querySelector('svg') ? '.stVegaLiteChart svg text' : '.stVegaLiteChart svg text, footer.site';
  let begun = 0;

  // What is seen is asked last: to answer, the browser lays the page out.
  const isPage = () => document.querySelector(drawn)?.checkVisibility({visibilityProperty: true});
  const isMenu = () => document.querySelector('.stSidebar nav.languages');

  // Where the reader is, and what they have typed, go over to the page.
  const leavePage = () => {
    const {scrollTop} = page;
    page.remove();
    if (scrollTop) document.querySelector('.stMain')?.scrollTo(0, scrollTop);
  };
  const leaveMenu = () => {
    const [typed, field] = [menu, document.querySelector('.stSidebar')].map(place => place?.querySelector('input[type=search]'));
    const hasFocus = typed === document.activeElement;
    if (field && typed.value !== typed.defaultValue) field.value = typed.value;
    screen.remove();
    if (hasFocus) field?.focus();
  };

  // In the frame in which it is drawn. A menu that the reader has opened stays until it is closed, and what is behind it.
  const look = () => {
    if (document.querySelector('.stApp')) begun ||= Date.now();
    const isTime = begun && (document.querySelector(TROUBLE) || Date.now() - begun > LONGEST_MS);
    if (begun && !menu.open) {
      if (page.isConnected && (isTime || isPage())) leavePage();
      if (!page.isConnected && (isTime || isMenu())) leaveMenu();
    }
    if (screen.isConnected) requestAnimationFrame(look);
  };
  look();
})();
