package org.handbill.widget.type.resources.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a sheet can tell of an entry; its name in lower case is the key in the file. */
public enum Column {
  TITLE(
      "title|resource name|name of resource|name of the resource|resource title|resource|program name"
          + "|name of program|program|service name|name of service|service|site name|link text"
          + "|link title|public name|branch name|facility name|center name|centre name|clinic name"
          + "|shelter name|school name|library name|church name|business name|event name|tool name"
          + "|project name|course name|group name|device name|location name|branch|name|nombre del recurso|titulo del recurso|titulo|recurso"
          + "|nombre del programa|programa|nombre del servicio|nombre del centro|servicio|nombre"),
  URL(
      "url|link|website|web site|web address|website address|website url|web page|webpage|website link|hyperlink"
          + "|resource link|homepage|home page|web|site|href|links|urls|enlace|enlaces|vinculo|liga"
          + "|sitio web|pagina web|pagina|sitio|direccion web|pdf|form|formulario"
          + "|publication doi|doi|social media|social|facebook|instagram|twitter|youtube|linkedin"
          + "|linked in|redes sociales|red social"),
  SUMMARY(
      "description|summary|short description|about|details|overview|abstract|blurb"
          + "|descripcion|resumen|descripcion breve|detalles|acerca de|services provided|services offered|what they offer"
          + "|servicios que ofrece|servicios ofrecidos|services|servicios|notes|notas"),
  CATEGORY(
      "category|categories|topic|topics|type|resource type|type of resource|service type|type of service"
          + "|program type|organization type|type of help|group|section|heading|subject|theme"
          + "|area|kind|tags|tipo de recurso|tipo de servicio|tipo de ayuda|taxonomy term|taxonomy|categoria|categorias|tema|temas|tipo|grupo|seccion"),
  LANGUAGE("language|languages|lang|idioma|idiomas|lengua|lenguaje"),
  PHONE("application process|how to apply|how to get help|como solicitar|como aplicar"),
  EMAIL(""),
  ORGANIZATION(
      "organization|organisation|organization name|organisation name|name of organization"
          + "|name of the organization|financial institution|company|agency|agency name|provider|provider name|org|org name"
          + "|source|publisher|author organization|organizacion|nombre de la organizacion|agencia"
          + "|institucion|entidad|proveedor|fuente"),
  UPDATED(
      "updated|last updated|date updated|last modified|modified|updated on|last update|update date"
          + "|published|date published|publication date|date added|date|actualizado"
          + "|ultima actualizacion|fecha de actualizacion|fecha de publicacion|fecha"),
  VERIFIED(
      "verified|last verified|verified on|last verified on|date verified|last checked|date checked|checked"
          + "|last reviewed|reviewed on|assured date|verificado|ultima verificacion"
          + "|fecha de verificacion|revisado|ultima revision"),
  EXPIRES(
      "expires|expiration|expiration date|expiry|expiry date|expires on|valid until|end date"
          + "|deadline|vence|vencimiento|fecha de vencimiento|expira|caduca|valido hasta"
          + "|fecha limite"),
  PICTURE("picture|image|image url|thumbnail|cover|cover image|imagen|portada|miniatura"),
  ARCHIVE("archive|archived copy|archive url|archive link|archived|copia archivada|archivo web"),
  ADDRESS(
      "address|street address|physical address|dir|location|office address|mailing address|direccion|ubicacion"
          + "|domicilio de la oficina|direccion de la oficina"),
  HOURS(
      "hours|office hours|hours of operation|opening hours|open hours|schedule|horario|horarios"
          + "|horario de atencion");

  private final List<String> names;

  Column(String names) {
    this.names = names.isEmpty() ? List.of() : List.of(names.split("\\|"));
  }

  /** The key in the network's file. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column of a key. */
  public static Optional<Column> of(String key) {
    return Arrays.stream(values()).filter(column -> column.key().equals(key)).findFirst();
  }

  /** What headers call it, the most telling first; folded as {@link Heading} folds them. */
  List<String> names() {
    return names;
  }
}
