package io.sightings.job.state;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedBackendSerializationProxy;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorBackendSerializationProxy;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.CommonOptionsKeys;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.CommonSerializerKeys;

/** What is in a savepoint: every state of every operator. */
final class KeptStates {
  private static final ClassLoader CLASSES = KeptStates.class.getClassLoader();

  /**
   * A state.
   *
   * @param operator its uid
   * @param name of the state
   * @param kind such as a keyed value or a list that all instances get
   * @param entries of the lists of an operator; 0 for keyed state
   * @param serializer of its values, as the savepoint describes it
   */
  record KeptState(
      String operator, String name, String kind, int entries, TypeSerializer<?> serializer) {}

  private KeptStates() {}

  static List<KeptState> of(Path metadata) throws IOException {
    List<KeptState> found = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(metadata))) {
      for (OperatorState operator :
          Checkpoints.loadCheckpointMetadata(in, CLASSES, metadata.toString())
              .getOperatorStates()) {
        String uid = operator.getOperatorUid().orElse(operator.getOperatorID().toString());
        for (OperatorSubtaskState instance : operator.getStates()) {
          for (OperatorStateHandle handle : instance.getManagedOperatorState()) {
            found.addAll(lists(uid, handle));
          }
          for (KeyedStateHandle handle : instance.getManagedKeyedState()) {
            found.addAll(keyed(uid, (KeyGroupsStateHandle) handle));
          }
        }
      }
    }
    return found;
  }

  private static List<KeptState> lists(String uid, OperatorStateHandle handle) throws IOException {
    OperatorBackendSerializationProxy description = new OperatorBackendSerializationProxy(CLASSES);
    try (InputStream in = handle.openInputStream()) {
      description.read(new DataInputViewStreamWrapper(in));
    }
    List<KeptState> states = new ArrayList<>();
    for (StateMetaInfoSnapshot state : description.getOperatorStateMetaInfoSnapshots()) {
      var entries = handle.getStateNameToPartitionOffsets().get(state.getName());
      states.add(
          new KeptState(
              uid,
              state.getName(),
              state.getOption(CommonOptionsKeys.OPERATOR_STATE_DISTRIBUTION_MODE),
              entries == null ? 0 : entries.getOffsets().length,
              serializer(state)));
    }
    return states;
  }

  private static List<KeptState> keyed(String uid, KeyGroupsStateHandle handle) throws IOException {
    KeyedBackendSerializationProxy<?> description = new KeyedBackendSerializationProxy<>(CLASSES);
    try (InputStream in = handle.openInputStream()) {
      description.read(new DataInputViewStreamWrapper(in));
    }
    List<KeptState> states = new ArrayList<>();
    for (StateMetaInfoSnapshot state : description.getStateMetaInfoSnapshots()) {
      String kind = state.getOption(CommonOptionsKeys.KEYED_STATE_TYPE);
      states.add(
          new KeptState(
              uid,
              state.getName(),
              "keyed " + (kind == null ? state.getBackendStateType().name() : kind),
              0,
              serializer(state)));
    }
    return states;
  }

  private static TypeSerializer<?> serializer(StateMetaInfoSnapshot state) {
    return state
        .getTypeSerializerSnapshot(CommonSerializerKeys.VALUE_SERIALIZER)
        .restoreSerializer();
  }
}
