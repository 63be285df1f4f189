package org.handbill.server.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Counts by day, form and member, without anybody in them. Test submissions do not count. */
final class Tally {

  private Tally() {}

  static void add(Handle handle, Instant now, String what, Signup signup) {
    if (!signup.test()) {
      add(handle, now, what, signup.widget(), signup.member(), 1);
    }
  }

  static void addAll(Handle handle, Instant now, String what, List<Signup> signups) {
    record Row(String widget, String member) {}
    Map<Row, Integer> amounts = new LinkedHashMap<>();
    signups.stream()
        .filter(signup -> !signup.test())
        .forEach(one -> amounts.merge(new Row(one.widget(), one.member()), 1, Integer::sum));
    amounts.forEach((row, amount) -> add(handle, now, what, row.widget(), row.member(), amount));
  }

  private static void add(
      Handle handle, Instant now, String what, String widget, String member, int amount) {
    handle
        .createUpdate(
            """
            insert into tally (day, what, widget, member, amount)
            values (:day, :what, :widget, :member, :amount)
            on conflict (day, what, widget, member)
            do update set amount = tally.amount + excluded.amount
            """)
        .bind("day", LocalDate.ofInstant(now, ZoneOffset.UTC).toString())
        .bind("what", what)
        .bind("widget", widget)
        .bind("member", member)
        .bind("amount", amount)
        .execute();
  }
}
