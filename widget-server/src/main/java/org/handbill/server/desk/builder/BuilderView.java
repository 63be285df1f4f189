package org.handbill.server.desk.builder;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handbill.widget.model.Color;
import org.handbill.widget.model.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What the builder's template shows.
 *
 * @param t the texts of Handbill's own
 * @param network who publishes
 * @param style the style sheet's path
 * @param script the script's path
 * @param widgets what can be chosen
 * @param chosen what was; null where the network shows no widget
 */
public record BuilderView(
    Messages.Texts t,
    String network,
    String style,
    String script,
    List<Option> widgets,
    @Nullable Chosen chosen) {

  /** One thing that can be chosen. */
  public record Option(String value, String name, boolean chosen) {}

  /** A query parameter and what it can be set to. */
  public record Choice(String parameter, String label, List<Option> options) {

    public Choice {
      options = List.copyOf(options);
    }

    /** The value that it is set to. */
    public String chosen() {
      return options.stream().filter(Option::chosen).map(Option::value).findFirst().orElse("");
    }
  }

  /**
   * A custom property or a part.
   *
   * @param parameter its query parameter
   * @param name as a style sheet names it
   * @param meaning what it changes; empty where that is not known
   * @param usual what it is when nothing is set; empty where that is not known
   * @param value what is set; empty for nothing
   * @param color whether it is a colour
   */
  public record Setting(
      String parameter, String name, String meaning, String usual, String value, boolean color) {

    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{3,8}");
    private static final int OPAQUE = "#rrggbb".length();

    /** What a colour picker starts from: the value, or the first colour of what is usual. */
    public String swatch() {
      return Stream.of(value, usual)
          .flatMap(text -> HEX.matcher(text).results())
          .flatMap(found -> Color.parse(found.group()).stream())
          .map(found -> found.hex().substring(0, OPAQUE))
          .findFirst()
          .orElse("#000000");
    }
  }

  /**
   * A colour that cannot be read.
   *
   * @param text what is wrong, and what is done about it
   * @param swatch the colour
   * @param ground what it stands on
   * @param parameter the query parameter that it came by
   * @param nearest the nearest colour that can be read
   * @param address of this page with that one
   */
  public record Advice(
      String text,
      String swatch,
      String ground,
      String parameter,
      String nearest,
      String address) {}

  /**
   * Something to copy.
   *
   * @param label what it is, in a form that has several; empty in one that has one
   * @param text the very text
   */
  public record Code(String label, String text) {}

  /**
   * A form of the embed.
   *
   * @param name the key of its texts
   * @param codes what to copy
   * @param byHost what a policy needs that allows scripts by host; empty for nothing
   * @param byNonce the same for one that allows them by nonce
   */
  public record Form(String name, List<Code> codes, String byHost, String byNonce) {}

  /**
   * What can be seen when something is wrong.
   *
   * @param name the key of its texts
   * @param line what stands in the console; empty where nothing does
   */
  public record Symptom(String name, String line) {}

  /** How it is done in one system, step by step. */
  public record Instructions(String name, List<String> steps) {}

  /**
   * What was chosen, and all that comes of it.
   *
   * @param id the widget's
   * @param title the widget's
   * @param language the widget's
   * @param choices what can be chosen of every widget
   * @param offered what can be chosen of this one
   * @param width how much room there is
   * @param page how the page around it is
   * @param properties the custom properties
   * @param parts the parts
   * @param advice on colours
   * @param address of this page with all choices
   * @param preview the address of the page that shows it
   * @param key what identifies the snippet
   * @param inline the snippet's inline style
   * @param rules those of the host's style sheet
   * @param reserve the room that the snippet keeps free
   * @param link the widget's own page
   * @param forms each form of the embed, the first one first
   * @param integrity of the loader whose bytes never change
   * @param instructions for systems
   * @param privacy a paragraph for the host's notice
   * @param symptoms of what can go wrong
   */
  public record Chosen(
      String id,
      String title,
      String language,
      List<Choice> choices,
      List<Choice> offered,
      Choice width,
      List<Choice> page,
      List<Setting> properties,
      List<Setting> parts,
      List<Advice> advice,
      String address,
      String preview,
      String key,
      String inline,
      String rules,
      Reserve reserve,
      String link,
      List<Form> forms,
      String integrity,
      List<Instructions> instructions,
      String privacy,
      List<Symptom> symptoms) {}
}
