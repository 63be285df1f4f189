import {useEffect, useState} from "react";
import {Handbill} from "./Handbill.jsx";

const PAGES = {
  kitchen: {words: "The kitchen", Page: Kitchen},
  rights: {words: "Know your rights", Page: Rights},
};

const named = () => new URLSearchParams(location.search).get("page");

/** The page that the address names: `?page=rights`, so that any web server can serve it. */
function usePage() {
  const [page, setPage] = useState(named);
  useEffect(() => {
    const back = () => setPage(named());
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);
  const go = (event) => {
    event.preventDefault();
    history.pushState(null, "", event.currentTarget.href);
    setPage(named());
    scrollTo(0, 0);
  };
  return [page in PAGES ? page : "kitchen", go];
}

export function App() {
  const [page, go] = usePage();
  const {Page} = PAGES[page];
  return (
    <>
      <header>
        <p className="brand">
          <svg viewBox="0 0 48 40" width="48" height="40" aria-hidden="true" focusable="false">
            <path className="steam" d="M16 12q-4-4 0-8M25 12q-4-4 0-8M34 12q-4-4 0-8" />
            <path className="pot" d="M8 17h34v10a10 10 0 0 1-10 10H18A10 10 0 0 1 8 27zM2 17h46v3H2z" />
          </svg>
          The Open Kitchen
        </p>
        <nav aria-label="Main">
          {Object.entries(PAGES).map(([name, {words}]) => (
            <a
              key={name}
              href={name === "kitchen" ? "." : `?page=${name}`}
              aria-current={name === page ? "page" : undefined}
              onClick={go}
            >
              {words}
            </a>
          ))}
        </nav>
      </header>
      <main>
        <Page />
      </main>
      <footer>
        <p>
          Mill Lane 4, through the yard. <a href="mailto:pot@kitchen.example">pot@kitchen.example</a>
        </p>
      </footer>
    </>
  );
}

function Kitchen() {
  const [giving, setGiving] = useState(false);
  return (
    <>
      <h1>Come in, sit down, eat.</h1>
      <p className="lead">
        Six evenings a week we cook for whoever comes. Nobody pays, nobody is asked for papers, and
        the table is long. Next to the bread there is always somebody who knows a lawyer.
      </p>
      <ul className="menu">
        <li><b>Monday</b> Lentils, rice, lemon</li>
        <li><b>Tuesday</b> Chicken and plantain</li>
        <li><b>Wednesday</b> Whatever the market left</li>
        <li><b>Friday</b> Fish, and somebody brings a guitar</li>
      </ul>
      <div className="pair">
        <section aria-label="News">
          <Handbill widget="stay-informed" lang="en" height="max(554px,749px - 28.9vw)">Stay informed</Handbill>
        </section>
        <section aria-labelledby="give-title">
          <h2 id="give-title">More than soup</h2>
          <p>
            Some of our guests are waiting for somebody who is locked up. The network that we belong
            to pays bonds and bus tickets.
          </p>
          <p>
            <button type="button" aria-expanded={giving} onClick={() => setGiving(!giving)}>
              {giving ? "Not now" : "Help someone come home"}
            </button>
          </p>
          {giving && (
            <Handbill widget="give" lang="en" height="max(358px,740px - 56.7vw)">Help someone come home</Handbill>
          )}
        </section>
      </div>
    </>
  );
}

function Rights() {
  return (
    <>
      <h1>Before you open the door</h1>
      <p className="lead">Read it at our table, or take a copy: the printer is beside the coffee.</p>
      <Handbill widget="know-your-rights" lang="en" height="max(1431px,2806px - 204.5vw,5204px - 835.5vw)">
        Know your rights, find help
      </Handbill>
    </>
  );
}
