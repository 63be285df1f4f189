package org.handbill.widget.type;

import java.util.List;
import org.handbill.widget.model.WidgetType;
import org.handbill.widget.type.donate.DonateType;
import org.handbill.widget.type.resources.ResourcesType;
import org.handbill.widget.type.signup.SignupType;

/** The types that come with Handbill, in the order that the builder shows them. */
public final class BuiltInTypes {

  private BuiltInTypes() {}

  /** A line a type. */
  public static List<WidgetType> all() {
    return List.of(new SignupType(), new DonateType(), new ResourcesType());
  }
}
