package io.sightings.cli.azure;

import io.sightings.cli.console.InterruptHandler;
import io.sightings.cli.engine.EngineOptions;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.FaceEmulatorOptions;
import io.sightings.emulator.FaceEmulatorSettings;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.ExitCode;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the stand-in for the service until it is ended. */
@Command(
    name = "azure-fake",
    description = {
      "Stands in for Azure AI Face on this machine, so that everything with it can be tried without"
          + " a subscription.",
      "It knows faces by the local engine, keeps groups and people, trains, throttles and, if"
          + " wanted, fails as the real one does."
    })
public final class AzureEmulatorCommand implements Callable<Integer> {
  @Mixin private FaceEmulatorOptions options;
  @Mixin private EngineOptions engine;
  @Spec private CommandSpec spec;

  @Option(
      names = "--allow-remote",
      description = "Lets --host be an address that other machines reach.")
  private boolean remote;

  @Override
  public Integer call() {
    CommandConsole console = CommandConsole.of(spec.commandLine());
    FaceEmulatorSettings settings = settings();
    requireLocal(settings.host());
    CountDownLatch end = new CountDownLatch(1);
    try (FaceEmulator service = start(settings);
        InterruptHandler interruption = InterruptHandler.handledBy(end::countDown)) {
      console.say(service.greeting());
      console.say("To use it, in another terminal:");
      console.say("  export " + AzureOptions.ENDPOINT + "=" + service.endpoint());
      console.say("  export " + AzureOptions.KEY + "=" + service.key());
      console.say("  sightings enrol DIR --azure");
      console.say("Ctrl-C ends it.");
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the thread that started it ends it
    }
    return ExitCode.OK;
  }

  private FaceEmulatorSettings settings() {
    try {
      return options.settings(engine.settings());
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw CommandFailure.usage(e.getMessage());
    }
  }

  private void requireLocal(String host) {
    try {
      if (!remote && !InetAddress.getByName(host).isLoopbackAddress()) {
        throw CommandFailure.usage(
            "--host "
                + host
                + " lets other machines in, unencrypted: add --allow-remote if that is wanted.");
      }
    } catch (UnknownHostException e) {
      throw CommandFailure.usage("--host " + host + " is no address of this machine.");
    }
  }

  private static FaceEmulator start(FaceEmulatorSettings settings) {
    try {
      return FaceEmulator.start(settings);
    } catch (UncheckedIOException e) {
      throw CommandFailure.environment(e.getMessage(), e);
    }
  }
}
