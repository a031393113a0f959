// A link to another page of the site is followed without a new visit: Streamlit answers as to "back" in the browser.
addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details.pop-up[open]")) {
    if (!open.contains(event.target)) open.open = false;
  }
  const link = event.target instanceof Element
    && event.target.closest('.stHtml a:not([target]):not([hreflang]):not([download])');
  const keys = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || event.button || keys || link.origin !== location.origin || link.hash) return;
  event.preventDefault();
  if (link.href === location.href) return;
  history.pushState({}, "", link.href);
  dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  if (innerWidth < 769) link.closest(".stSidebar")?.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
});
