package org.handbill.widget.type.resources.sheet;

import java.util.regex.Pattern;

/** Knows the words above columns that are about persons, and of those above a form's answers. */
final class Personal {

  /** What a form keeps of whoever filled it in. Where it stands, so may more of that person. */
  private static final Pattern FORM =
      words(
          "timestamp|time ?stamp|marca temporal|marca de tiempo|hora de inicio|start time"
              + "|completion time|^e ?mail address|^direccion de correo(?: electronico)?|submi\\w+|respond\\w*|response id|encuestad\\w*|enviad[oa] por"
              + "|remitente"
              + "|correo electronico del? \\w+"
              + "|your (?:\\w+ )?(?:name|e ?mail|phone|number|telephone|title|role|contact)"
              + "|(?:tu|su)s? (?:nombre|correo|e ?mail|telefono|numero|direccion|celular|pagina|sitio|enlace|perfil|facebook|instagram)"
              + "|contact(?: s)? (?:person|name|first|last)|point of contact|poc"
              + "|(?:persona|nombre|correo)(?: de| del)? contacto"
              + "|first name|last name|full name|surname|nombre completo|apellidos?|nombre y apellidos?"
              + "|ip|ip address|direccion ip|user ?name|nombre de usuario");

  /** What else is no reader's business. */
  private static final Pattern PRIVATE =
      words(
          "(?!offered|run|provided|hosted|published|made)\\w+ by|(?!ofrecid|publicad)\\w+ por|who(?! (?:can|may|should|qualifies|does|do|it|this|we)\\b| is (?:it|this|eligible))|quien(?! puede)|internal|intern[oa]s?|admin\\w*|staff|volunteer\\w*"
              + "|voluntari[oa]s?|assign\\w*|asignad\\w*|private|privad\\w*|confidential\\w*"
              + "|do not (?:publish|share)|no publicar|(?:wo ?n t|will not|never|not to be|not for) (?:be )?(?:shar|publi|post|show)\\w+"
              + "|no se (?:publi|compart|mostra)\\w+|about (?:you|me|yourself)|sobre (?:ti|usted)"
              + "|(?:case|call|follow ?up|service|visit|intake|client|session|meeting) notes|notes (?:from|on) .*|notas (?:de (?:la )?(?:llamada|visita|sesion)|del caso|internas)"
              + "|your (?!(?:organi[sz]ation|agency|program|group|business|company|school|church|nonprofit|non profit)\\b)\\w+"
              + "|(?:edit|editing|response|form response|responses|submission|record|admin|backup|host|moderator|airtable|notion"
              + "|sheet|spreadsheet|drive|google drive|folder|staging|preview|tracking|donor|donor portal|zoom host|zoom) (?:response )?(?:edit )?(?:link|url|uri)"
              + "|edit response(?: link| url)?|enlace (?:de|para) (?:edicion|editar)|(?:resume|cv) (?:link|url)|link to (?:your )?(?:resume|cv)|cv|curriculum|birth\\w*|dob|nacimiento|ssn|passport"
              + "|pasaporte|home address|home phone|personal|mobile|cell|cellphone|celular|movil"
              + "|domicilio (?:particular|personal)|password|contrasena|score|initials|iniciales|job title|position|cargo"
              + "|puesto|editor notes|status|contact (?:name|title|e ?mail\\w*|phone|number)|workers?"
              + "|case ?workers?|managers?|supervisors?|owner|gerente|encargad[oa]s?|budget|fein"
              + "|(?:source of verification|verification source|fuente de verificacion)");

  private Personal() {}

  private static Pattern words(String alternatives) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])");
  }

  /** True for folded words of what a form keeps of whoever filled it in. */
  static boolean isOfForm(String folded) {
    return FORM.matcher(folded).find();
  }

  /** True for folded words of what is no reader's business. */
  static boolean isPrivate(String folded) {
    return PRIVATE.matcher(folded).find();
  }
}
