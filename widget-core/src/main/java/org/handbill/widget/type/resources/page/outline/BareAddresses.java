package org.handbill.widget.type.resources.page.outline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.entry.WeakTitles;
import org.handbill.widget.type.resources.page.block.Anchor;
import org.handbill.widget.type.resources.page.block.Block;
import org.handbill.widget.type.resources.page.block.Lines;
import org.handbill.widget.type.resources.page.strip.OwnProfiles;

/**
 * Knows web addresses that stand for themselves, one after another: each is an entry, while one or
 * two below a name belong to what that names.
 */
final class BareAddresses {

  private static final int LIST = 3;

  private static final Pattern EMPTY = Pattern.compile("[^\\p{L}\\p{N}]*");

  private BareAddresses() {}

  /** Whether all lines with a link begin with an address, and they are no one's few addresses. */
  static boolean list(List<Lines.Line> lines) {
    Set<String> hosts = new HashSet<>();
    int count = 0;
    boolean named = false;
    for (Lines.Line line : lines) {
      if (line.linked()) {
        Anchor first = line.first();
        if (!bare(first) || !EMPTY.matcher(line.before(line.firstLink())).matches()) {
          return false;
        }
        hosts.add(host(first));
        count++;
      } else {
        named |= count == 0;
      }
    }
    return several(hosts, count, named);
  }

  /** Names the drafts of paragraphs in a row that are nothing but an address each. */
  static void name(List<Block> blocks, List<List<Draft>> entries) {
    List<Draft> row = new ArrayList<>();
    boolean named = false;
    boolean opens = false;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block instanceof Block.Open || block instanceof Block.Close) {
        continue;
      }
      if (block instanceof Block.Entry entry && !entry.alone() && bare(entries.get(i))) {
        named = row.isEmpty() ? opens : named;
        row.addAll(entries.get(i));
      } else {
        name(row, named);
        row.clear();
      }
      opens = block instanceof Block.Text text && names(Lines.text(text.tokens()));
    }
    name(row, named);
  }

  private static boolean names(String words) {
    return WeakTitles.mayName(words) && !words.endsWith(":") && !WeakTitles.idle(words);
  }

  private static void name(List<Draft> row, boolean named) {
    Set<String> hosts = new HashSet<>();
    row.forEach(draft -> hosts.add(host(draft.main())));
    if (several(hosts, row.size(), named)) {
      row.stream()
          .filter(draft -> draft.title() == null)
          .forEach(draft -> draft.title(Draft.ownTitle(draft.main())));
    }
  }

  private static boolean several(Set<String> hosts, int count, boolean named) {
    boolean ofOne = named || hosts.stream().anyMatch(OwnProfiles::host);
    return hosts.size() > 1 && count >= (ofOne ? LIST : LIST - 1);
  }

  private static boolean bare(List<Draft> drafts) {
    return drafts.stream()
        .allMatch(draft -> bare(draft.main()) && (draft.title() == null || draft.addressed()));
  }

  private static boolean bare(Anchor anchor) {
    return !anchor.contact() && Titles.addressLike(anchor.text());
  }

  private static String host(Anchor anchor) {
    return String.valueOf(anchor.url().getHost()).toLowerCase(Locale.ROOT);
  }
}
