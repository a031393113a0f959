// Streamlit asks for its font of icons, 375 kB, as soon as it runs. Left alone a browser does so once one of them is shown,
// which none of ours is (icons.css).
(() => {
  const {fonts} = document;
  const load = fonts.load.bind(fonts);
  fonts.load = (font, ...text) => (font.includes('Material Symbols') ? Promise.resolve([]) : load(font, ...text));
})();
