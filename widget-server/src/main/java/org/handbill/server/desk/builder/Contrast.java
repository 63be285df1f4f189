package org.handbill.server.desk.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handbill.server.desk.builder.BuilderView.Advice;
import org.handbill.widget.model.Color;
import org.handbill.widget.model.Ground;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.Scheme;

/** Tells which chosen colours cannot be read, and the nearest that can (WCAG 2.2, 1.4.3). */
final class Contrast {

  private static final Map<Scheme, List<Ground>> GROUNDS =
      Map.of(
          Scheme.AUTO, List.of(Ground.LIGHT, Ground.DARK),
          Scheme.LIGHT, List.of(Ground.LIGHT),
          Scheme.DARK, List.of(Ground.DARK));

  private final Messages.Texts texts;
  private final Selection selection;
  private final Wishes wishes;

  Contrast(Messages.Texts texts, Selection selection) {
    this.texts = texts;
    this.selection = selection;
    this.wishes = selection.wishes();
  }

  /** What a widget of that scheme may stand on, as far as that is known. */
  static List<Ground> grounds(Scheme scheme) {
    return GROUNDS.getOrDefault(scheme, List.of());
  }

  /** Everything that cannot be read; none while no colour was chosen. */
  List<Advice> advice() {
    List<Advice> advice = new ArrayList<>();
    Optional<Color> own = wishes.color(Wishes.GROUND);
    if (own.isPresent()) {
      on(own.get(), wishes.color(Wishes.TEXT), Wishes.TEXT, "contrast.text").ifPresent(advice::add);
      on(own.get(), wishes.color(Wishes.LINK), Wishes.LINK, "contrast.link").ifPresent(advice::add);
    }
    List<Ground> grounds = own.isPresent() ? List.of() : grounds(selection.key().scheme());
    for (Ground ground : grounds) {
      String key = ground.name().toLowerCase(Locale.ROOT);
      boolean links = wishes.properties().containsKey(Wishes.LINK); // of a colour of their own
      String name = links ? Wishes.LINK : Wishes.ACCENT;
      on(ground.color(), wishes.color(name), name, "contrast." + name + "." + key)
          .ifPresent(advice::add);
    }
    Optional<Color> button =
        wishes.properties().containsKey(Wishes.ACCENT)
            ? wishes.accent()
            : Color.parse(selection.styling().properties().getOrDefault(Wishes.ACCENT, ""));
    button
        .flatMap(
            accent ->
                on(accent, wishes.color(Wishes.ON_ACCENT), Wishes.ON_ACCENT, "contrast.on-accent"))
        .ifPresent(advice::add);
    return advice;
  }

  private Optional<Advice> on(Color ground, Optional<Color> text, String name, String key) {
    return text.filter(color -> color.contrast(ground) < Ground.READABLE)
        .map(
            color -> {
              Color nearest = color.readableOn(ground, Ground.READABLE);
              return new Advice(
                  texts.format(
                      key, color.hex(), color.contrast(ground), Ground.READABLE, nearest.hex()),
                  color.hex(),
                  ground.hex(),
                  Wishes.PROPERTY + name,
                  nearest.hex(),
                  selection.queryWith(Wishes.PROPERTY + name, nearest.hex()));
            });
  }
}
