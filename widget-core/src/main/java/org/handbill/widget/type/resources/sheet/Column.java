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
          + "|link title|name|nombre del recurso|titulo del recurso|titulo|recurso"
          + "|nombre del programa|programa|nombre del servicio|servicio|nombre"),
  URL(
      "url|link|website|web site|web address|website url|web page|webpage|website link|hyperlink"
          + "|resource link|homepage|home page|web|site|href|links|urls|enlace|enlaces|vinculo|liga"
          + "|sitio web|pagina web|pagina|sitio|direccion web|pdf|form|formulario"),
  SUMMARY(
      "description|summary|short description|about|details|overview|abstract|blurb"
          + "|descripcion|resumen|descripcion breve|detalles|acerca de|notes|notas"),
  CATEGORY(
      "category|categories|topic|topics|type|resource type|group|section|heading|subject|theme"
          + "|area|kind|tags|categoria|categorias|tema|temas|tipo|grupo|seccion"),
  LANGUAGE("language|languages|lang|idioma|idiomas|lengua|lenguaje"),
  PHONE(""),
  EMAIL(""),
  ORGANIZATION(
      "organization|organisation|organization name|organisation name|name of organization"
          + "|name of the organization|agency|agency name|provider|provider name|org|org name"
          + "|source|publisher|author organization|organizacion|nombre de la organizacion|agencia"
          + "|institucion|entidad|proveedor|fuente"),
  UPDATED(
      "updated|last updated|date updated|last modified|modified|updated on|last update|update date"
          + "|published|date published|publication date|date added|date|actualizado"
          + "|ultima actualizacion|fecha de actualizacion|fecha de publicacion|fecha"),
  VERIFIED(
      "verified|last verified|verified on|date verified|last checked|date checked|checked"
          + "|last reviewed|reviewed on|assured date|verificado|ultima verificacion"
          + "|fecha de verificacion|revisado|ultima revision"),
  EXPIRES(
      "expires|expiration|expiration date|expiry|expiry date|expires on|valid until|end date"
          + "|deadline|vence|vencimiento|fecha de vencimiento|expira|caduca|valido hasta"
          + "|fecha limite"),
  PICTURE("picture|image|image url|thumbnail|cover|cover image|imagen|portada|miniatura"),
  ARCHIVE("archive|archived copy|archive url|archive link|archived|copia archivada|archivo web"),
  ADDRESS(
      "address|street address|location|office address|mailing address|direccion|ubicacion"
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
