/** The block in the editor: a few fields beside a preview, which is the widget's own page in a frame. */
(({blocks, blockEditor, components, element, i18n}, {server, member, lang: own}) => {
  const el = element.createElement;
  const __ = (words) => i18n.__(words, "handbill");

  const fields = () => [
    ["widget", __("Widget"), __("Its id, such as stay-informed, or the address of its page.")],
    ["text", __("Words of the link"), __("They stand there until the widget does, and if it never comes.")],
    ["height", __("Height to reserve"), __("Such as 35rem, so that nothing moves when the widget comes.")],
    ["lang", __("Language"), __("Such as es. If empty, that of the site.")],
    ["group", __("Group"), __("Of a list of resources.")],
    ["currency", __("Currency"), __("That comes first in donate buttons, such as MXN.")],
  ];

  const themes = () => [
    {value: "", label: __("As the page")},
    {value: "light", label: __("Light")},
    {value: "dark", label: __("Dark")},
  ];

  /** The page to look at, or nothing while no widget is named. */
  const pageOf = ({widget, lang, theme, group, currency}) => {
    const id = (widget.match(/\/w\/([a-z0-9-]+)/) ?? [null, widget])[1];
    if (!server || !/^[a-z0-9-]{1,64}$/.test(id)) {
      return null;
    }
    const given = Object.entries({lang: lang || own, member, theme, group, currency}).filter(([, value]) => value);
    return `${server}/w/${id}?${new URLSearchParams(given)}`;
  };

  const edit = ({attributes, setAttributes}) => {
    const field = ([name, label, help]) =>
      el(components.TextControl, {
        key: name,
        label,
        help,
        value: attributes[name],
        onChange: (value) => setAttributes({[name]: value.trim() ? value : ""}),
      });
    const page = pageOf(attributes);
    const height = /^\d+(\.\d+)?(px|em|rem|vh)$/.test(attributes.height) ? attributes.height : "24rem";
    const [widget, ...others] = fields();
    return el(
      "div",
      blockEditor.useBlockProps(),
      el(
        blockEditor.InspectorControls,
        null,
        el(
          components.PanelBody,
          {title: __("Handbill widget")},
          field(widget),
          others.map(field),
          el(components.SelectControl, {
            label: __("Theme"),
            value: attributes.theme,
            options: themes(),
            onChange: (theme) => setAttributes({theme}),
          }),
        ),
      ),
      page
        ? el(
            components.Disabled,
            null,
            el("iframe", {
              src: page,
              title: attributes.text || attributes.widget,
              referrerPolicy: "no-referrer",
              style: {width: "100%", height, border: 0},
            }),
          )
        : el(
            components.Placeholder,
            {
              icon: "megaphone",
              label: __("Handbill widget"),
              instructions: server ? undefined : __("Name your widget server below Settings → Handbill."),
            },
            field(widget),
          ),
    );
  };

  blocks.registerBlockType("handbill/widget", {edit, save: () => null});
})(window.wp, window.handbillSettings);
