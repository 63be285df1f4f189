const SERVER = "http://localhost:8080";

/**
 * A widget. React puts the script into the page's head once, however many widgets there are.
 *
 * @param {{widget: string, lang?: string, member?: string, theme?: string, group?: string,
 *     height?: string, children: import("react").ReactNode}} props height is the space to reserve;
 *     children are the words of the link that stands there until the widget does
 */
export function Handbill({height, children, ...names}) {
  const {widget, ...query} = names;
  const given = Object.entries(query).filter(([, value]) => value);
  const page = `${SERVER}/w/${widget}?${new URLSearchParams(given)}`;
  return (
    <>
      <script async src={`${SERVER}/embed.js`} referrerPolicy="no-referrer" />
      <handbill-widget {...names} style={{display: "block", minHeight: height}}>
        <a href={page}>{children}</a>
      </handbill-widget>
    </>
  );
}
