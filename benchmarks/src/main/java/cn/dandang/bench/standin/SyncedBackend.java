package cn.dandang.bench.standin;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The stand-in's memory, and a log to which inserted documents are written and synced before the answer is given. */
final class SyncedBackend extends MemoryBackend {

    private final SyncedLog log;

    SyncedBackend(SyncedLog log) {
        this.log = log;
    }

    @Override
    public MemoryDatabase openOrCreateDatabase(String name) {
        return new SyncedDatabase(name, getCursorRegistry());
    }

    private final class SyncedDatabase extends MemoryDatabase {
        SyncedDatabase(String name, CursorRegistry cursors) {
            super(name, cursors);
        }

        @Override
        protected MemoryCollection openOrCreateCollection(String name, CollectionOptions options) {
            return new SyncedCollection(this, name, options, cursorRegistry);
        }
    }

    private final class SyncedCollection extends MemoryCollection {
        SyncedCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
            super(database, name, options, cursors);
        }

        // the sync is outside the collection's monitor, or no two callers could share one
        @SuppressWarnings("UnsynchronizedOverridesSynchronized")
        @Override
        public List<Document> insertDocuments(List<Document> documents, boolean ordered) {
            List<Document> errors = super.insertDocuments(documents, ordered);
            ByteBuf bytes = Unpooled.buffer();
            try {
                documents.forEach(document -> BsonEncoder.encodeDocument(document, bytes));
                log.append(bytes.nioBuffer());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                bytes.release();
            }
            return errors;
        }
    }
}
