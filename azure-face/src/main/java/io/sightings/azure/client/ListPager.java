package io.sightings.azure.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists come in pages; each names the last id of the one before it. */
final class ListPager {
  static final int MOST = 1000;

  private ListPager() {}

  /** Asks for the entries after {@code start}; null for those from the beginning. */
  @FunctionalInterface
  interface Page<T> {
    CompletableFuture<List<T>> after(@Nullable String start, int top);
  }

  static <T> CompletableFuture<List<T>> all(Page<T> pages, Function<T, String> id) {
    List<T> all = new ArrayList<>();
    return each(pages, id, all::addAll).thenApply(done -> all);
  }

  /** Hands on page after page, and completes with the number of pages. */
  static <T> CompletableFuture<Integer> each(
      Page<T> pages, Function<T, String> id, Consumer<List<T>> consumer) {
    return next(pages, id, consumer, null, 1);
  }

  private static <T> CompletableFuture<Integer> next(
      Page<T> pages,
      Function<T, String> id,
      Consumer<List<T>> consumer,
      @Nullable String start,
      int number) {
    return pages
        .after(start, MOST)
        .thenCompose(
            page -> {
              consumer.accept(page);
              String last = page.isEmpty() ? null : id.apply(page.get(page.size() - 1));
              // A page that does not go on would be asked for for ever.
              return page.size() < MOST || last == null || last.equals(start)
                  ? CompletableFuture.completedFuture(number)
                  : next(pages, id, consumer, last, number + 1);
            });
  }

  static Map<String, String> query(String start, int top) {
    Map<String, String> query = new LinkedHashMap<>();
    if (start != null) {
      query.put("start", start);
    }
    query.put("top", String.valueOf(top));
    return query;
  }
}
