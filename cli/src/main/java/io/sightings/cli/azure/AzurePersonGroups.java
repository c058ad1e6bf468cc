package io.sightings.cli.azure;

import io.sightings.azure.call.FaceResource;
import io.sightings.azure.call.ResourceLease;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.enrol.AzurePersonEditor;
import io.sightings.azure.enrol.EnrolmentException;
import io.sightings.azure.people.AzurePerson;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The people of all resources, whose groups should hold the same people. */
public final class AzurePersonGroups implements AutoCloseable {
  private final AzureSettings settings;
  private final CommandConsole console;
  private final ResourceLease lease;

  private AzurePersonGroups(AzureSettings settings, CommandConsole console, ResourceLease lease) {
    this.settings = settings;
    this.console = console;
    this.lease = lease;
  }

  public static AzurePersonGroups open(AzureSettings settings, CommandConsole console) {
    return new AzurePersonGroups(settings, console, AzureErrors.open(settings));
  }

  /** Everybody by resource, in the order of the settings. */
  public Map<String, List<AzurePerson>> byResource() {
    Map<String, List<AzurePerson>> all = new LinkedHashMap<>();
    each(people -> people.list(), all::put);
    return all;
  }

  /**
   * The people meant, each by id or name, by id.
   *
   * @throws CommandFailure if no person, or more than one, has that name
   */
  public Map<String, AzurePerson> find(List<String> texts) {
    Map<String, AzurePerson> everybody = new TreeMap<>();
    byResource().values().forEach(all -> all.forEach(p -> everybody.putIfAbsent(p.id(), p)));
    Map<String, AzurePerson> found = new TreeMap<>();
    for (String text : texts) {
      AzurePerson person = find(everybody, text);
      found.put(person.id(), person);
    }
    return found;
  }

  private static AzurePerson find(Map<String, AzurePerson> everybody, String text) {
    AzurePerson byId = everybody.get(text);
    if (byId != null) {
      return byId;
    }
    List<AzurePerson> named =
        everybody.values().stream().filter(p -> p.name().equalsIgnoreCase(text)).toList();
    if (named.isEmpty()) {
      throw CommandFailure.input(
          "Nobody is called " + text + ": sightings people list --azure shows everybody.");
    }
    if (named.size() > 1) {
      throw CommandFailure.input(
          "Several people are called "
              + text
              + ": use an id, one of "
              + String.join(", ", named.stream().map(AzurePerson::id).toList())
              + ".");
    }
    return named.get(0);
  }

  /** In all resources; those who are not there do not matter. */
  public void rename(@Nullable String id, String name) {
    each(people -> people.rename(id, name), (resource, done) -> {});
  }

  /**
   * In all resources, which are trained then.
   *
   * @param ids nobody's does what an interrupted command has left to do
   */
  public void forget(Collection<String> ids) {
    each(
        people -> {
          people.forget(ids);
          return true;
        },
        (resource, done) -> {});
  }

  private <T> void each(Function<AzurePersonEditor, T> work, BiConsumer<String, T> result) {
    for (FaceResource resource : lease.all()) {
      AzurePersonEditor people =
          new AzurePersonEditor(resource, settings, new EnrolmentProgress(console, null));
      try (ResourceOutageReporter watch = new ResourceOutageReporter(resource, console)) {
        result.accept(resource.name(), work.apply(people));
      } catch (FaceException e) {
        throw AzureErrors.of(e);
      } catch (EnrolmentException e) {
        throw AzureErrors.of(e);
      }
    }
  }

  @Override
  public void close() {
    lease.close();
  }
}
