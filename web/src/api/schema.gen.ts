// Made from docs/openapi.json by `npm run web:api`.
export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["HealthController_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["HealthController_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["HealthController_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApiDescriptionController_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["IdentityController_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["IdentityController_list"];
        put?: never;
        post: operations["IdentityController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["IdentityController_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["UsersController_list"];
        put?: never;
        post: operations["UsersController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["UsersController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["UsersController_update"];
        trace?: never;
    };
    "/api/v1/users/{id}/setup-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["UsersController_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SessionController_create"];
        delete: operations["SessionController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SessionController_setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup/person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SessionController_lookAtLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MeController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["MeController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["MeController_password"];
        trace?: never;
    };
    "/api/v1/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MeController_beginTotp"];
        delete: operations["MeController_removeTotp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MeController_confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc/configured": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OidcController_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OidcController_begin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OidcController_finish"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gazetteer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GazetteerController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gazetteer/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GazetteerImportsController_list"];
        put?: never;
        post: operations["GazetteerImportsController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gazetteer/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GazetteerImportsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sun": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["KitController_sun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shadow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KitController_shadow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/timezone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["KitController_timezone"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/distance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["KitController_distance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MapTilesController_setup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/map/tiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MapTilesController_tiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CasesController_list"];
        put?: never;
        post: operations["CasesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CasesController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["CasesController_update"];
        trace?: never;
    };
    "/api/v1/cases/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MembersController_list"];
        put?: never;
        post: operations["MembersController_put"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["MembersController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["StatusController_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StatusController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StatusController_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/{id}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ClipsController_claims"];
        put?: never;
        post: operations["ClaimsController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["FindingsController_list"];
        put?: never;
        post: operations["FindingsController_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["FindingsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["FindingsController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["EvidenceFilesController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ClipsController_list"];
        put?: never;
        post: operations["IntakeController_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["IntakeController_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["IntakeController_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/known": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KnownController_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SourcesController_list"];
        put?: never;
        post: operations["SourcesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SourcesController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["SourcesController_update"];
        trace?: never;
    };
    "/api/v1/sources/{id}/grades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SourcesController_grade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AccountsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["AccountsController_linkAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["AccountsController_linkClaim"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ClipsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["ClipWorkController_change"];
        trace?: never;
    };
    "/api/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["InboxController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CommentsController_list"];
        put?: never;
        post: operations["CommentsController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["CommentsController_withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/mentions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CommentsController_mentions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/{id}/sensitive-ranges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SensitiveRangesController_list"];
        put?: never;
        post: operations["SensitiveRangesController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sensitive-ranges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["SensitiveRangesController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/exposure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ExposureController_own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/exposure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ExposureController_ofCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["TopicsController_list"];
        put: operations["TopicsController_replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["JudgementsController_assessments"];
        put?: never;
        post: operations["JudgementsController_assess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/ruling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["JudgementsController_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/rulings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["JudgementsController_rulings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/{id}/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["JudgementsController_assessmentsOfClip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/{id}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ClipMediaController_original"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artefacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ClipMediaController_artefact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/{id}/frames": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ClipMediaController_frames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/frames/{id}/image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ClipMediaController_image"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/frames/{id}/thumb": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ClipMediaController_thumb"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/{id}/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ClipEvidenceController_metadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/{id}/custody": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ClipEvidenceController_custodyEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ClipEvidenceController_story"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/{id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ClipTextController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/custody/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["VerificationController_latest"];
        put?: never;
        post: operations["VerificationController_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SearchController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CaseTimelineController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SavedViewsController_list"];
        put?: never;
        post: operations["SavedViewsController_save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["SavedViewsController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DashboardController_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["EventsController_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["WebhooksController_list"];
        put?: never;
        post: operations["WebhooksController_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["WebhooksController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["WebhooksController_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{deliveryId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WebhooksController_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/{id}/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MatchesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/{id}/cluster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MatchesController_cluster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MatchesController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matches/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MatchesController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/{id}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ChecksController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ChecksController_rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/frames/{id}/annotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AnnotationsController_ofFrame"];
        put?: never;
        post: operations["AnnotationsController_onFrame"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clips/{id}/annotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AnnotationsController_ofClip"];
        put?: never;
        post: operations["AnnotationsController_onClip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/annotations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AnnotationsController_one"];
        put: operations["AnnotationsController_replace"];
        post?: never;
        delete: operations["AnnotationsController_withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/annotations/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AnnotationsController_revisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SubjectsController_list"];
        put?: never;
        post: operations["SubjectsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SubjectsController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["SubjectsController_update"];
        trace?: never;
    };
    "/api/v1/clips/{id}/subjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SubjectsController_ofClip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Readiness: {
            /** @enum {string} */
            status: "ready" | "not_ready";
            parts: {
                /** @enum {string} */
                database: "up" | "down";
                /** @enum {string} */
                queue: "up" | "down";
                /** @enum {string} */
                storage: "up" | "down";
                /** @enum {string} */
                worker: "up" | "down";
            };
            /** @enum {string} */
            custody: "role-protected" | "not role-protected" | "unknown";
        };
        Me: {
            /** Format: uuid */
            userId: string;
            name: string | null;
            email: string | null;
            /** Format: uuid */
            tokenId: string | null;
            /** Format: uuid */
            sessionId: string | null;
            scope: components["schemas"]["TokenScope"];
            admin: boolean;
            totp: boolean;
            cases: {
                /** Format: uuid */
                caseId: string;
                /** @enum {string} */
                role: "submitter" | "reviewer" | "lead";
            }[];
        };
        /** @enum {string} */
        TokenScope: "full" | "read" | "submit" | "dashboard";
        TokenRequest: {
            name: string;
            /** Format: uuid */
            userId?: string;
            scope: components["schemas"]["TokenScope"];
            caseIds?: string[];
            /** Format: date-time */
            expiresAt?: string;
        };
        NewToken: {
            /** Format: uuid */
            id: string;
            token: string;
        };
        TokenPage: {
            items: components["schemas"]["Token"][];
            /** Format: uuid */
            nextCursor: string | null;
        };
        Token: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: uuid */
            userId: string;
            scope: components["schemas"]["TokenScope"];
            caseIds: string[] | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string | null;
        };
        UserRequest: {
            email: string;
            name: string;
            password?: string;
            /** @default false */
            admin: boolean;
            /** @default false */
            disabled: boolean;
        };
        NewUser: {
            /** Format: uuid */
            id: string;
            email: string | null;
            name: string;
            admin: boolean;
            disabled: boolean;
            totp: boolean;
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: uri */
            setupUrl?: string;
        };
        UserPage: {
            items: components["schemas"]["User"][];
            /** Format: uuid */
            nextCursor: string | null;
        };
        User: {
            /** Format: uuid */
            id: string;
            email: string | null;
            name: string;
            admin: boolean;
            disabled: boolean;
            totp: boolean;
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        UserPatch: {
            email?: string;
            name?: string;
            password?: string;
            admin?: boolean;
            disabled?: boolean;
            /** @enum {boolean} */
            totp?: false;
        };
        SetupLink: {
            /** Format: uri */
            setupUrl: string;
            /** Format: date-time */
            expiresAt: string;
        };
        SessionRequest: {
            email: string;
            password: string;
            totp?: string;
        };
        SetupRequest: {
            token: string;
            password: string;
            email?: string;
            name?: string;
            totp?: string;
        };
        SetupQuestion: {
            token: string;
        };
        SetupPerson: {
            name: string;
            /** @description null at the first run: the person names themselves. */
            email: string | null;
            totp: boolean;
        };
        SessionPage: {
            items: components["schemas"]["Session"][];
            /** Format: uuid */
            nextCursor: string | null;
        };
        Session: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            method: "password" | "oidc" | "setup";
            current: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            /** Format: date-time */
            expiresAt: string;
        };
        PasswordPatch: {
            current: string;
            password: string;
        };
        TotpSecret: {
            secret: string;
            uri: string;
        };
        TotpConfirmation: {
            code: string;
        };
        TotpRemoval: {
            password: string;
        };
        OidcState: {
            configured: boolean;
        };
        GazetteerAnswer: {
            items: components["schemas"]["GazetteerPlace"][];
            /** @enum {string|null} */
            nextCursor: null;
            /** @description False while the places that come with the desk are still being read in: a name may be missing. */
            ready: boolean;
            /** @description 0 to 1. */
            progress: number;
            attribution: string;
        };
        GazetteerPlace: {
            /** @description `geonames:` and the id there, or `local:` and a number of this desk. */
            id: string;
            name: string;
            /** @description The spelling that fits what was asked for. */
            matchedName: string;
            /** @description 1: the same name after folding. 0.9: the same consonants in another script. Below: how alike the spellings are. */
            similarity: number;
            lat: number;
            lon: number;
            country: {
                code: string;
                name: string;
            } | null;
            /** @description First-order division: its name when regions were imported, and the town that governs it. */
            region: {
                code: string;
                name: string | null;
                seat: string | null;
            } | null;
            /** @description Class and code of GeoNames: `P.PPL` a populated place. */
            feature: string | null;
            /** @description 0 when it is not known. */
            population: number;
            imported: boolean;
            /** @description From `near`. */
            distanceM: number | null;
            /** @description From `near`, from true north over east. */
            bearingDeg: number | null;
        };
        GazetteerImport: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            format: "geonames" | "csv";
            sha256: string;
            fileName: string | null;
            rows: number;
            places: number;
            names: number;
            skipped: number;
            /** @description The first 100 rows that could not be read. */
            problems: {
                line: number;
                problem: string;
            }[];
            /** Format: uuid */
            madeBy: string;
            /** Format: date-time */
            createdAt: string;
        };
        GazetteerImportPage: {
            items: components["schemas"]["GazetteerImport"][];
            /** Format: uuid */
            nextCursor: string | null;
        };
        SunAnswer: {
            lat: number;
            lon: number;
            /** Format: date-time */
            at: string;
            localTime: string;
            timezone: string | null;
            /** @enum {string} */
            light: "day" | "civil_twilight" | "nautical_twilight" | "astronomical_twilight" | "night";
            sun: {
                /** @description From true north over east. */
                azimuthDeg: number;
                /** @description Geometric, of the centre. */
                altitudeDeg: number;
                /** @description As seen through a standard atmosphere. */
                apparentAltitudeDeg: number;
            };
            /** @description null while the sun is down. */
            shadow: {
                /** @description Where it points, from true north over east. */
                directionDeg: number;
                /** @description Length on level ground for each unit of height. */
                lengthRatio: number;
            } | null;
            moon: {
                /** @description From true north over east. */
                azimuthDeg: number;
                /** @description Geometric, of the centre. */
                altitudeDeg: number;
                /** @description As seen through a standard atmosphere. */
                apparentAltitudeDeg: number;
                phase: string;
                /** @description 0 new, 90 first quarter, 180 full, 270 last quarter. */
                phaseDeg: number;
                illuminated: number;
            };
            /** @description The day of the place in which `at` lies; null for what does not happen in it. */
            day: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
                /** @enum {string} */
                daylight: "usual" | "polar_day" | "polar_night";
                /** Format: date-time */
                sunrise: string | null;
                /** Format: date-time */
                sunset: string | null;
                /** Format: date-time */
                noon: string | null;
                noonAltitudeDeg: number | null;
                /** Format: date-time */
                civilDawn: string | null;
                /** Format: date-time */
                civilDusk: string | null;
                /** Format: date-time */
                nauticalDawn: string | null;
                /** Format: date-time */
                nauticalDusk: string | null;
                /** Format: date-time */
                astronomicalDawn: string | null;
                /** Format: date-time */
                astronomicalDusk: string | null;
                /** Format: date-time */
                moonrise: string | null;
                /** Format: date-time */
                moonset: string | null;
            };
            /** @description What to bear in mind here. */
            caveats: string[];
            /** @description What computed this: a change of its answers raises the version. */
            method: {
                name: string;
                version: string;
                library: string;
            };
        };
        ShadowRequest: {
            lat: number;
            lon: number;
            /** Format: date-time */
            at?: string;
            /** @description With `at`: height of what casts the shadow; by default 1. */
            heightM?: number;
            measured?: {
                /** @description Where the shadow points, from true north over east. */
                directionDeg?: number;
                /** @default 5 */
                directionToleranceDeg: number;
                /** @description Length of the shadow for each unit of height; or give heightM and lengthM. */
                lengthRatio?: number;
                heightM?: number;
                lengthM?: number;
                /**
                 * @description Share by which the length may be off.
                 * @default 0.1
                 */
                lengthTolerance: number;
            };
            /**
             * Format: date
             * @description With `measured`: the first day, as the place counts them.
             */
            from?: string;
            /**
             * Format: date
             * @description The last day; by default the first. At most 366 days.
             */
            to?: string;
            /** @description Whose days these are; by default that of the place. */
            timezone?: string;
        };
        ShadowAnswer: {
            lat: number;
            lon: number;
            /** Format: date-time */
            at?: string;
            sun?: {
                /** @description From true north over east. */
                azimuthDeg: number;
                /** @description Geometric, of the centre. */
                altitudeDeg: number;
                /** @description As seen through a standard atmosphere. */
                apparentAltitudeDeg: number;
            };
            shadow?: {
                /** @description Where it points, from true north over east. */
                directionDeg: number;
                /** @description Length on level ground for each unit of height. */
                lengthRatio: number;
                lengthM: number;
                heightM: number;
            } | null;
            timezone: string | null;
            /** @description When the measured shadow fits; empty when it never does on these days. */
            times?: {
                /** Format: date */
                day: string;
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
                /** Format: date-time */
                best: string;
                bestLocalTime: string;
                directionDeg: number;
                lengthRatio: number;
            }[];
            /** @description What to bear in mind here. */
            caveats: string[];
            /** @description What computed this: a change of its answers raises the version. */
            method: {
                name: string;
                version: string;
                library: string;
            };
        };
        TimezoneAnswer: {
            lat: number;
            lon: number;
            /** Format: date-time */
            at: string;
            /** @description null at the north pole, where all meet. */
            timezone: string | null;
            /** @description Further zones of this place, where borders are disputed. */
            others: string[];
            atSea: boolean;
            offset: string | null;
            offsetSeconds: number | null;
            localTime: string | null;
            /** @description What to bear in mind here. */
            caveats: string[];
            /** @description What computed this: a change of its answers raises the version. */
            method: {
                name: string;
                version: string;
                library: string;
            };
        };
        DistanceAnswer: {
            from: {
                lat: number;
                lon: number;
            };
            to: {
                lat: number;
                lon: number;
            };
            distanceM: number;
            /** @description At `from`, from true north over east; null between equal points. */
            bearingDeg: number | null;
            finalBearingDeg: number | null;
            /** @description What to bear in mind here. */
            caveats: string[];
            /** @description What computed this: a change of its answers raises the version. */
            method: {
                name: string;
                version: string;
                library: string;
            };
        };
        MapSetup: {
            /** @description An archive of the desk's own (PMTiles), read by byte ranges; null without one. */
            tiles: {
                url: string;
                sizeBytes: number;
            } | null;
        };
        CaseRequest: {
            title: string;
            reference?: string;
            description?: string;
            /** @default none */
            sensitivity: components["schemas"]["Sensitivity"];
            /** @default true */
            blindReview: boolean;
        };
        /** @enum {string} */
        Sensitivity: "none" | "personal" | "graphic";
        Case: {
            /** Format: uuid */
            id: string;
            title: string;
            reference: string | null;
            description: string | null;
            sensitivity: components["schemas"]["Sensitivity"];
            blindReview: boolean;
            inbox: boolean;
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CasePage: {
            items: components["schemas"]["Case"][];
            /** Format: uuid */
            nextCursor: string | null;
        };
        CasePatch: {
            title?: string;
            reference?: string | null;
            description?: string | null;
            sensitivity?: components["schemas"]["Sensitivity"];
            blindReview?: boolean;
        };
        MemberRequest: {
            /** Format: uuid */
            userId: string;
            role: components["schemas"]["CaseRole"];
        };
        /** @enum {string} */
        CaseRole: "submitter" | "reviewer" | "lead";
        Member: {
            /** Format: uuid */
            userId: string;
            name: string;
            role: components["schemas"]["CaseRole"];
            /** Format: date-time */
            addedAt: string;
        };
        MemberPage: {
            items: components["schemas"]["Member"][];
            /** Format: uuid */
            nextCursor: string | null;
        };
        ClipStatus: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            processing: {
                /** @enum {string} */
                state: "queued" | "running" | "complete" | "partial" | "failed" | "cancelled";
                progress: number;
                parts: components["schemas"]["PartStatus"][];
                error: components["schemas"]["PartProblem"] | null;
            };
            /** @enum {string} */
            work: "unassigned" | "assigned" | "in_review" | "second_review" | "needs_help" | "closed";
            /** @enum {string} */
            verification: "unreviewed" | "in_review" | "disputed" | "refuted" | "verified" | "inconclusive";
            claims: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                type: "location" | "time" | "source" | "other";
                /** @enum {string} */
                verdict: "unreviewed" | "in_review" | "confirmed" | "refuted" | "inconclusive" | "undeterminable" | "contested";
                needsAttention: boolean;
            }[];
        };
        PartStatus: {
            /** @enum {string} */
            part: "acquire" | "probe" | "metadata" | "frames" | "fingerprint" | "match" | "checks";
            /** @enum {string} */
            state: "waiting" | "running" | "complete" | "failed" | "skipped";
            attempts: number;
            /** @description Only while running. */
            progress?: number;
            /** @description What a finished part found: an outcome is data. */
            outcome: string | null;
            warnings: string[];
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            error: components["schemas"]["PartProblem"] | null;
        };
        PartProblem: {
            /** @enum {string} */
            code: "url_rejected" | "unsupported_url" | "not_found" | "deleted_at_source" | "login_required" | "geo_blocked" | "rate_limited" | "network_error" | "download_timeout" | "too_large" | "too_long" | "not_media" | "no_video_stream" | "unsupported_codec" | "limits_exceeded" | "corrupt_media" | "decode_failed" | "tool_timeout" | "tool_crashed" | "integrity_mismatch" | "storage_full" | "storage_error" | "internal";
            message: string;
            retryable: boolean;
        };
        ClaimRequest: {
            /** @enum {string} */
            type: "location";
            /** @description Kept word for word. */
            statement: string;
            /** @description Who makes the claim, as it was told; not who handed it in. */
            claimedBy?: string;
            /** @description Language of the statement (BCP 47). */
            language?: string;
            value?: components["schemas"]["LocationValue"];
        } | {
            /** @enum {string} */
            type: "time";
            /** @description Kept word for word. */
            statement: string;
            /** @description Who makes the claim, as it was told; not who handed it in. */
            claimedBy?: string;
            /** @description Language of the statement (BCP 47). */
            language?: string;
            value?: components["schemas"]["TimeValue"];
        } | {
            /** @enum {string} */
            type: "source";
            /** @description Kept word for word. */
            statement: string;
            /** @description Who makes the claim, as it was told; not who handed it in. */
            claimedBy?: string;
            /** @description Language of the statement (BCP 47). */
            language?: string;
            value?: components["schemas"]["SourceValue"];
        } | {
            /** @enum {string} */
            type: "other";
            /** @description Kept word for word. */
            statement: string;
            /** @description Who makes the claim, as it was told; not who handed it in. */
            claimedBy?: string;
            /** @description Language of the statement (BCP 47). */
            language?: string;
            value?: components["schemas"]["OtherValue"];
        };
        LocationValue: {
            place?: string;
            lat?: number;
            lon?: number;
            /** @description As written: decimal degrees, degrees with minutes and seconds, MGRS, a full Plus code, a geo: or map link. The point that was read stands beside it in answers. */
            coordinates?: string;
            /** @description One or more closed rings of [longitude, latitude], as in GeoJSON; at most 1 000 points. */
            polygon?: (number)[][] | (number)[][][];
            radiusM?: number;
        };
        TimeValue: {
            /** Format: date-time */
            earliest?: string;
            /** Format: date-time */
            latest?: string;
            timezone?: string;
            /** @description Date or interval in EDTF (ISO 8601-2), levels 0 to 2. */
            edtf?: string;
            /** @enum {string} */
            precision?: "year" | "month" | "day" | "hour" | "minute" | "second";
        };
        SourceValue: {
            handle?: string;
            platform?: string;
            name?: string;
        };
        OtherValue: {
            [key: string]: string;
        };
        Claim: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "location" | "time" | "source" | "other";
            statement: string;
            value: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            verdict: "unreviewed" | "in_review" | "confirmed" | "refuted" | "inconclusive" | "undeterminable" | "contested";
            /** @description Admiralty code, 1 to 6; null while the claim is not concluded. */
            credibility: number | null;
            needsAttention: boolean;
            claimedBy: string | null;
            language: string | null;
            /**
             * Format: uuid
             * @description null for a claim added by a reviewer.
             */
            submissionId: string | null;
            /**
             * Format: uuid
             * @description null for a claim that came with a submission.
             */
            addedBy: string | null;
            /**
             * Format: uuid
             * @description The source that the claim points at.
             */
            sourceId: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        FindingRequest: {
            /** Format: uuid */
            claimId?: string;
            /** @default manual */
            check: string;
            /** @enum {string} */
            stance: "supports" | "contradicts" | "neutral";
            summary: string;
            /** @description Text, or a JSON object of at most 16 kB. */
            detail?: string | {
                [key: string]: unknown;
            };
            /** @description What was found instead of or beside the claimed value, by the type of the claim: a place with uncertaintyM, an interval of time, a source, or short texts. */
            foundValue?: {
                [key: string]: unknown;
            };
            /** @description Made by the desk, and kept with its input, result and method as `detail.calculation`. The finding may rest on it alone. */
            calculation?: components["schemas"]["Calculation"];
            /** @description At least one entry, unless there is a calculation. */
            evidence?: components["schemas"]["FindingEvidenceEntry"][];
        };
        Calculation: {
            /** @enum {string} */
            kind: "sun";
            input: {
                lat: number;
                lon: number;
                /** Format: date-time */
                at: string;
            };
        } | {
            /** @enum {string} */
            kind: "shadow";
            input: components["schemas"]["ShadowRequest"];
        } | {
            /** @enum {string} */
            kind: "shadow_times";
            input: components["schemas"]["ShadowRequest"];
        } | {
            /** @enum {string} */
            kind: "timezone";
            input: {
                lat: number;
                lon: number;
                /** Format: date-time */
                at: string;
            };
        } | {
            /** @enum {string} */
            kind: "distance";
            input: {
                from: {
                    lat: number;
                    lon: number;
                };
                to: {
                    lat: number;
                    lon: number;
                };
            };
        } | {
            /** @enum {string} */
            kind: "gazetteer";
            input: {
                q: string;
                near?: {
                    lat: number;
                    lon: number;
                };
                /** @default 10 */
                limit: number;
            };
        };
        FindingEvidenceEntry: {
            /** @enum {string} */
            kind: "frame" | "annotation" | "finding" | "match" | "file" | "metadata" | "url" | "none_found" | "search" | "calculation";
            ref?: string;
            note?: string;
            /** @enum {string} */
            outcome?: "found" | "not_found";
        };
        Finding: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            clipId: string;
            /** Format: uuid */
            claimId: string | null;
            check: string;
            /** @enum {string} */
            stance: "supports" | "contradicts" | "neutral";
            summary: string;
            detail: (string | {
                [key: string]: unknown;
            }) | null;
            foundValue: {
                [key: string]: unknown;
            } | null;
            evidence: components["schemas"]["FindingEvidenceEntry"][];
            /** @description null for a finding by a person. */
            rule: string | null;
            ruleVersion: string | null;
            /**
             * Format: uuid
             * @description null for a finding by a rule.
             */
            madeBy: string | null;
            withdrawn: {
                /** Format: uuid */
                by: string | null;
                reason: string;
                /** Format: date-time */
                at: string;
            } | null;
            /** Format: date-time */
            createdAt: string;
        };
        FindingPage: {
            items: components["schemas"]["Finding"][];
            /** Format: uuid */
            nextCursor: string | null;
        };
        WithdrawalRequest: {
            reason: string;
        };
        EvidenceFile: {
            /** Format: uuid */
            id: string;
            sha256: string;
            sizeBytes: number;
            mediaType: string;
            fileName: string | null;
            url: string;
        };
        Submission: {
            url: string;
            /** Format: uuid */
            caseId?: string;
            note?: string;
            /**
             * Format: date-time
             * @description When the post says it was published, as the submitter saw it.
             */
            postedAt?: string;
            /** @default {} */
            claims: {
                location?: components["schemas"]["LocationClaim"];
                time?: components["schemas"]["TimeClaim"];
                source?: components["schemas"]["SourceClaim"];
                other?: components["schemas"]["OtherClaim"];
            };
            /** @default none */
            sensitivity: components["schemas"]["Sensitivity"];
            /** @default false */
            protectSubmitter: boolean;
        };
        LocationClaim: {
            /** @description Kept word for word. */
            statement: string;
            /** @description Who makes the claim, as it was told; not who handed it in. */
            claimedBy?: string;
            /** @description Language of the statement (BCP 47). */
            language?: string;
            place?: string;
            lat?: number;
            lon?: number;
            /** @description As written: decimal degrees, degrees with minutes and seconds, MGRS, a full Plus code, a geo: or map link. The point that was read stands beside it in answers. */
            coordinates?: string;
            /** @description One or more closed rings of [longitude, latitude], as in GeoJSON; at most 1 000 points. */
            polygon?: (number)[][] | (number)[][][];
            radiusM?: number;
        };
        TimeClaim: {
            /** @description Kept word for word. */
            statement: string;
            /** @description Who makes the claim, as it was told; not who handed it in. */
            claimedBy?: string;
            /** @description Language of the statement (BCP 47). */
            language?: string;
            /** Format: date-time */
            earliest?: string;
            /** Format: date-time */
            latest?: string;
            timezone?: string;
            /** @description Date or interval in EDTF (ISO 8601-2), levels 0 to 2. */
            edtf?: string;
            /** @enum {string} */
            precision?: "year" | "month" | "day" | "hour" | "minute" | "second";
        };
        SourceClaim: {
            /** @description Kept word for word. */
            statement: string;
            /** @description Who makes the claim, as it was told; not who handed it in. */
            claimedBy?: string;
            /** @description Language of the statement (BCP 47). */
            language?: string;
            handle?: string;
            platform?: string;
            name?: string;
        };
        OtherClaim: {
            /** @description Kept word for word. */
            statement: string;
            /** @description Who makes the claim, as it was told; not who handed it in. */
            claimedBy?: string;
            /** @description Language of the statement (BCP 47). */
            language?: string;
            value?: components["schemas"]["OtherValue"];
        };
        Clip: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            caseId: string;
            canonicalUrl: string | null;
            platform: string | null;
            postId: string | null;
            accountHandle: string | null;
            title: string | null;
            sensitivity: components["schemas"]["Sensitivity"];
            /** @description To be shown before anything of the clip is. */
            advanceWarning: string | null;
            tags: string[];
            priority: components["schemas"]["Priority"];
            /**
             * Format: uuid
             * @description Always null for submitters.
             */
            assigneeId: string | null;
            /** Format: date-time */
            assignedAt: string | null;
            /** @description Assigned for more than three days without an act of the assignee on the clip. */
            stale: boolean;
            /** @enum {string} */
            work: "unassigned" | "assigned" | "in_review" | "second_review" | "needs_help" | "closed";
            /** @enum {string} */
            verification: "unreviewed" | "in_review" | "disputed" | "refuted" | "verified" | "inconclusive";
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            urlKind: string | null;
            postTime: components["schemas"]["PostTime"] | null;
            original: components["schemas"]["Original"] | null;
            processing: {
                /** @enum {string} */
                state: "queued" | "running" | "complete" | "partial" | "failed" | "cancelled";
                progress: number;
                parts: components["schemas"]["PartStatus"][];
                error: components["schemas"]["PartProblem"] | null;
            };
            claims: components["schemas"]["Claim"][];
            submissions: components["schemas"]["SubmissionRecord"][];
            captures: components["schemas"]["Capture"][];
            artefacts: components["schemas"]["Artefact"][];
            counts: {
                frames: number;
                claims: number;
                submissions: number;
                /** @description Clips of any case that share bytes, pictures or sound, rejected ones left out. 0 for submitters. */
                matches: number;
            };
            /**
             * Format: uuid
             * @description Set in the answer to a submission of a link already known.
             */
            duplicateOf?: string;
        };
        /** @enum {string} */
        Priority: "low" | "normal" | "high" | "urgent";
        /** @description Decoded offline from the id in the link. */
        PostTime: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            precision: "millisecond" | "second";
            method: string;
            caveat: string;
        };
        Original: {
            sha256: string;
            sha512: string;
            sizeBytes: number;
            mediaType: string;
            url: string;
        };
        SubmissionRecord: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            via: "link" | "batch" | "upload";
            submittedUrl: string | null;
            fileName: string | null;
            note: string | null;
            /** Format: date-time */
            postedAt: string | null;
            /**
             * Format: uuid
             * @description null when the submitter is protected from this reader.
             */
            submittedBy: string | null;
            /** Format: date-time */
            submittedAt: string;
        };
        /** @description What was fetched, when, from which address, with which headers and tools. */
        Capture: {
            /** Format: uuid */
            id: string;
            fetcher: string;
            /** @enum {string} */
            outcome: "sealed" | "refused" | "failed";
            record: {
                [key: string]: unknown;
            };
            platform: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            at: string;
        };
        Artefact: {
            /** Format: uuid */
            id: string;
            part: string;
            kind: string;
            sha256: string;
            sizeBytes: number;
            mediaType: string;
            parentSha256: string | null;
            /** @description Of an evidence file, as it was handed in. */
            fileName: string | null;
            /**
             * Format: uuid
             * @description null for what the desk itself made.
             */
            addedBy: string | null;
            url: string;
            /** Format: date-time */
            createdAt: string;
        };
        BatchRequest: {
            items: unknown[];
        };
        BatchResult: {
            results: {
                index: number;
                /** @enum {string} */
                outcome: "created" | "duplicate" | "rejected";
                /** Format: uuid */
                clipId?: string;
                problem?: {
                    type: string;
                    title: string;
                    status: number;
                    code: string;
                    detail: string;
                    errors?: {
                        path: string;
                        message: string;
                    }[];
                };
            }[];
        };
        KnownRequest: {
            urls: string[];
            /**
             * Format: uuid
             * @description By default the inbox.
             */
            caseId?: string;
        };
        KnownAnswer: {
            /** @description In the order of the links. */
            items: components["schemas"]["KnownLink"][];
        };
        KnownLink: {
            canonicalUrl: string;
            platform: string;
            kind: string;
            postTime: components["schemas"]["PostTime"] | null;
            /**
             * Format: uuid
             * @description The clip of this link in the case, if the caller may see it.
             */
            clipId?: string;
            /** Format: date-time */
            clipSince?: string;
        } | {
            problem: {
                code: string;
                detail: string;
            };
        };
        SourceRequest: {
            /** Format: uuid */
            caseId: string;
            kind: components["schemas"]["SourceKind"];
            name: string;
            notes?: string;
            /** @default [] */
            accounts: {
                platform: string;
                handle: string;
            }[];
        };
        /** @enum {string} */
        SourceKind: "person" | "outlet" | "organisation" | "unknown";
        SourceSummary: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            caseId: string;
            kind: components["schemas"]["SourceKind"];
            name: string;
            notes: string | null;
            reliability: components["schemas"]["Reliability"];
            version: number;
            /** Format: uuid */
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /**
         * @description Admiralty code: A completely reliable to E unreliable, F cannot be judged.
         * @enum {string}
         */
        Reliability: "A" | "B" | "C" | "D" | "E" | "F";
        SourcePage: {
            items: components["schemas"]["SourceSummary"][];
            /** Format: uuid */
            nextCursor: string | null;
        };
        Source: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            caseId: string;
            kind: components["schemas"]["SourceKind"];
            name: string;
            notes: string | null;
            reliability: components["schemas"]["Reliability"];
            version: number;
            /** Format: uuid */
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            accounts: components["schemas"]["Account"][];
            /** @description Newest first: how reliability came to be what it is. */
            grades: components["schemas"]["SourceGrade"][];
            /** @description Verdicts on claims that name the source, and on all claims of its clips. */
            record: {
                sourceClaims: {
                    [key: string]: number;
                };
                clipClaims: {
                    [key: string]: number;
                };
            };
        };
        Account: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            caseId: string;
            /** @description "unknown" when whoever named the handle did not say. */
            platform: string;
            handle: string;
            /** Format: uuid */
            sourceId: string | null;
            /** Format: date-time */
            firstSeenAt: string | null;
            /** Format: date-time */
            lastSeenAt: string | null;
            /** @description Clips whose link or claims name the account. */
            clips: number;
            /** @description The newest 20 of them. */
            clipIds: string[];
        };
        SourceGrade: {
            /** Format: uuid */
            id: string;
            grade: components["schemas"]["Reliability"];
            reason: string;
            /** Format: uuid */
            madeBy: string;
            /** Format: date-time */
            createdAt: string;
        };
        SourcePatch: {
            kind?: components["schemas"]["SourceKind"];
            name?: string;
            notes?: string | null;
        };
        GradeRequest: {
            grade: components["schemas"]["Reliability"];
            reason: string;
        };
        AccountPage: {
            items: components["schemas"]["Account"][];
            /** Format: uuid */
            nextCursor: string | null;
        };
        SourceLink: {
            /** Format: uuid */
            sourceId: string | null;
        };
        ClaimSource: {
            /** Format: uuid */
            claimId: string;
            /** Format: uuid */
            sourceId: string | null;
        };
        ClipPatch: {
            /** Format: uuid */
            assigneeId?: string | null;
            /**
             * @description Assigns although the person asks not to be given what the clip's tags name; a lead's right. Not kept in the open part of the custody event.
             * @enum {boolean}
             */
            despiteTopics?: true;
            /** @enum {string} */
            work?: "unassigned" | "assigned" | "in_review" | "second_review" | "needs_help" | "closed";
            /** @description Why the work moves; needed to reopen. Kept in the private part of the custody event. */
            reason?: string;
            title?: string | null;
            sensitivity?: components["schemas"]["Sensitivity"];
            tags?: string[];
            priority?: components["schemas"]["Priority"];
            advanceWarning?: string | null;
        };
        InboxPage: {
            items: components["schemas"]["InboxItem"][];
            nextCursor: string | null;
        };
        InboxItem: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            caseId: string;
            canonicalUrl: string | null;
            platform: string | null;
            postId: string | null;
            accountHandle: string | null;
            title: string | null;
            sensitivity: components["schemas"]["Sensitivity"];
            /** @description To be shown before anything of the clip is. */
            advanceWarning: string | null;
            tags: string[];
            priority: components["schemas"]["Priority"];
            /**
             * Format: uuid
             * @description Always null for submitters.
             */
            assigneeId: string | null;
            /** Format: date-time */
            assignedAt: string | null;
            /** @description Assigned for more than three days without an act of the assignee on the clip. */
            stale: boolean;
            /** @enum {string} */
            processing: "queued" | "running" | "complete" | "partial" | "failed" | "cancelled";
            /**
             * @description With what it failed, in whole or in part.
             * @enum {string|null}
             */
            failure: "url_rejected" | "unsupported_url" | "not_found" | "deleted_at_source" | "login_required" | "geo_blocked" | "rate_limited" | "network_error" | "download_timeout" | "too_large" | "too_long" | "not_media" | "no_video_stream" | "unsupported_codec" | "limits_exceeded" | "corrupt_media" | "decode_failed" | "tool_timeout" | "tool_crashed" | "integrity_mismatch" | "storage_full" | "storage_error" | "internal" | null;
            progress: number;
            /** @enum {string} */
            work: "unassigned" | "assigned" | "in_review" | "second_review" | "needs_help" | "closed";
            /** @enum {string} */
            verification: "unreviewed" | "in_review" | "disputed" | "refuted" | "verified" | "inconclusive";
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Why the clip waits for people, most pressing first. */
            why: ("yours" | "needs_help" | "stale" | "disputed" | "second_review" | "in_review" | "unassigned" | "assigned")[];
        };
        CommentRequest: {
            text: string;
            /** Format: uuid */
            claimId?: string;
            /** Format: uuid */
            inReplyTo?: string;
            /** @default [] */
            mentions: string[];
        };
        Comment: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            caseId: string;
            /** Format: uuid */
            clipId: string;
            /**
             * Format: uuid
             * @description Set: the comment is as blind as the assessments of that claim.
             */
            claimId: string | null;
            /** Format: uuid */
            inReplyTo: string | null;
            /** @description null when withdrawn. */
            text: string | null;
            mentions: string[];
            /** Format: uuid */
            madeBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            withdrawnAt: string | null;
        };
        CommentPage: {
            items: components["schemas"]["Comment"][];
            /** Format: uuid */
            nextCursor: string | null;
        };
        SensitiveRangeRequest: {
            startMs: number;
            endMs: number;
            /** @enum {string} */
            sensitivity: "personal" | "graphic";
            warning: string;
        };
        SensitiveRange: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            clipId: string;
            startMs: number;
            endMs: number;
            /** @enum {string} */
            sensitivity: "personal" | "graphic";
            /** @description To be shown before anything of the range is. */
            warning: string;
            /** Format: uuid */
            addedBy: string;
            /** Format: date-time */
            createdAt: string;
        };
        /** @description By time; at most 200, so always one page. */
        SensitiveRangeList: {
            items: components["schemas"]["SensitiveRange"][];
            /** @enum {string|null} */
            nextCursor: null;
        };
        /** @description By day, oldest first; days without exposure are absent. */
        OwnExposure: {
            items: {
                /**
                 * Format: date
                 * @description In the query's time zone.
                 */
                day: string;
                /** @description Minutes in which graphic material was opened. */
                minutes: number;
            }[];
            /** @enum {string|null} */
            nextCursor: null;
        };
        /** @description By day and person, oldest first. */
        CaseExposure: {
            items: {
                /** Format: uuid */
                userId: string;
                /**
                 * Format: date
                 * @description In the query's time zone.
                 */
                day: string;
                /** @description Minutes in which graphic material was opened. */
                minutes: number;
            }[];
            /** @enum {string|null} */
            nextCursor: null;
        };
        /** @description What the person does not want to be given. Told to nobody else. */
        Topics: {
            /** @description In lower case and alphabetical order. A clip with one of them as a tag is meant. */
            topics: string[];
        };
        TopicsRequest: {
            topics: string[];
        };
        JudgementRequest: {
            verdict: components["schemas"]["ConclusiveVerdict"];
            /**
             * @description Admiralty credibility of the information: 1 confirmed by other sources (needs evidence of two independent origins) … 5 improbable, 6 cannot be judged.
             * @default 6
             */
            credibility: number;
            rationale: string;
            evidence: components["schemas"]["EvidenceEntry"][];
            /**
             * @description What was looked at before judging, and what was set aside with a reason. It reminds; nothing depends on it.
             * @default []
             */
            checklist: components["schemas"]["CheckedStep"][];
        };
        /** @enum {string} */
        ConclusiveVerdict: "confirmed" | "refuted" | "inconclusive" | "undeterminable";
        EvidenceEntry: {
            /** @enum {string} */
            kind: "frame" | "annotation" | "finding" | "match" | "file" | "metadata" | "url" | "none_found";
            ref?: string;
            note?: string;
        };
        CheckedStep: {
            step: string;
            /** @enum {string} */
            state: "done" | "not_applicable";
            note?: string;
        };
        Assessment: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            claimId: string;
            /** Format: uuid */
            clipId: string;
            /** Format: uuid */
            madeBy: string;
            verdict: components["schemas"]["ConclusiveVerdict"];
            credibility: number;
            rationale: string;
            evidence: components["schemas"]["EvidenceEntry"][];
            checklist: components["schemas"]["CheckedStep"][];
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            supersedes: string | null;
            /** @description false once the same person has assessed the claim anew. */
            current: boolean;
        };
        Ruling: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            claimId: string;
            /** Format: uuid */
            clipId: string;
            /** Format: uuid */
            madeBy: string;
            verdict: components["schemas"]["ConclusiveVerdict"];
            credibility: number;
            rationale: string;
            evidence: components["schemas"]["EvidenceEntry"][];
            checklist: components["schemas"]["CheckedStep"][];
            /** Format: date-time */
            createdAt: string;
        };
        AssessmentList: {
            items: components["schemas"]["Assessment"][];
            /** @enum {string|null} */
            nextCursor: null;
            /** @description true when the case is blind and the reader has not judged the claim yet. */
            withheld: boolean;
        };
        RulingList: {
            items: components["schemas"]["Ruling"][];
            /** @enum {string|null} */
            nextCursor: null;
            /** @description true when the case is blind and the reader has not judged the claim yet. */
            withheld: boolean;
        };
        ClipPage: {
            items: (components["schemas"]["ClipSummary"] | components["schemas"]["ClipCounts"])[];
            /** Format: uuid */
            nextCursor: string | null;
        };
        ClipSummary: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            caseId: string;
            canonicalUrl: string | null;
            platform: string | null;
            postId: string | null;
            accountHandle: string | null;
            title: string | null;
            sensitivity: components["schemas"]["Sensitivity"];
            /** @description To be shown before anything of the clip is. */
            advanceWarning: string | null;
            tags: string[];
            priority: components["schemas"]["Priority"];
            /**
             * Format: uuid
             * @description Always null for submitters.
             */
            assigneeId: string | null;
            /** Format: date-time */
            assignedAt: string | null;
            /** @description Assigned for more than three days without an act of the assignee on the clip. */
            stale: boolean;
            /** @enum {string} */
            processing: "queued" | "running" | "complete" | "partial" | "failed" | "cancelled";
            /**
             * @description With what it failed, in whole or in part.
             * @enum {string|null}
             */
            failure: "url_rejected" | "unsupported_url" | "not_found" | "deleted_at_source" | "login_required" | "geo_blocked" | "rate_limited" | "network_error" | "download_timeout" | "too_large" | "too_long" | "not_media" | "no_video_stream" | "unsupported_codec" | "limits_exceeded" | "corrupt_media" | "decode_failed" | "tool_timeout" | "tool_crashed" | "integrity_mismatch" | "storage_full" | "storage_error" | "internal" | null;
            progress: number;
            /** @enum {string} */
            work: "unassigned" | "assigned" | "in_review" | "second_review" | "needs_help" | "closed";
            /** @enum {string} */
            verification: "unreviewed" | "in_review" | "disputed" | "refuted" | "verified" | "inconclusive";
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            claims: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                type: "location" | "time" | "source" | "other";
                /** @enum {string} */
                verdict: "unreviewed" | "in_review" | "confirmed" | "refuted" | "inconclusive" | "undeterminable" | "contested";
                needsAttention: boolean;
            }[];
            /** @description As the filter of that name; null for submitters. */
            hasMatches: boolean | null;
        };
        ClipCounts: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            caseId: string;
            /** @enum {string} */
            processing: "queued" | "running" | "complete" | "partial" | "failed" | "cancelled";
            progress: number;
            /** @enum {string} */
            work: "unassigned" | "assigned" | "in_review" | "second_review" | "needs_help" | "closed";
            /** @enum {string} */
            verification: "unreviewed" | "in_review" | "disputed" | "refuted" | "verified" | "inconclusive";
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        ClaimList: {
            items: components["schemas"]["Claim"][];
            /** @enum {string|null} */
            nextCursor: null;
        };
        FramePage: {
            items: components["schemas"]["Frame"][];
            /** @enum {string|null} */
            nextCursor: null;
        };
        Frame: {
            /** Format: uuid */
            id: string;
            index: number;
            /** @description Display time from the start of the clip, in milliseconds. */
            ptsMs: number;
            sourcePts: number;
            timeBase: string;
            frameNumber: number;
            /** @enum {string} */
            kind: "scene" | "interval";
            width: number;
            height: number;
            sha256: string;
            imageUrl: string;
            thumbUrl: string;
            fingerprint: string | null;
            quality: number | null;
        };
        ClipMetadata: {
            container: {
                format: string;
                formatName: string | null;
                durationMs: number | null;
                /** @enum {string} */
                durationSource: "container" | "stream" | "packets" | "unknown";
                startMs: number;
                sizeBytes: number;
                bitRate: number | null;
                chapterCount: number;
                tags: {
                    [key: string]: string;
                };
            } | null;
            streams: {
                index: number;
                /** @enum {string} */
                type: "video" | "audio" | "subtitle" | "data" | "attachment" | "unknown";
                codec: string | null;
                codecTag: string | null;
                profile: string | null;
                timeBase: {
                    num: number;
                    den: number;
                } | null;
                startMs: number | null;
                durationMs: number | null;
                bitRate: number | null;
                isDefault: boolean;
                isPicture: boolean;
                tags: {
                    [key: string]: string;
                };
            }[] | null;
            video: {
                index: number;
                codec: string;
                profile: string | null;
                isDecodable: boolean;
                pixelFormat: string | null;
                width: number;
                height: number;
                displayWidth: number;
                displayHeight: number;
                rotationDegrees: number;
                sampleAspectRatio: {
                    num: number;
                    den: number;
                };
                isInterlaced: boolean;
                timeBase: {
                    num: number;
                    den: number;
                } | null;
                /** @enum {string} */
                frameRateMode: "constant" | "variable" | "unknown";
                avgFps: number | null;
                startMs: number | null;
                durationMs: number | null;
                frameCount: number | null;
                largestGapMs: number | null;
                lastPacketEndMs: number | null;
            } | null;
            audio: {
                index: number;
                codec: string;
                profile: string | null;
                sampleRateHz: number | null;
                channels: number | null;
                channelLayout: string | null;
            } | null;
            gps: {
                lat: number;
                lon: number;
                altitudeM: number | null;
                accuracyM: number | null;
                sourceTag: string;
            } | null;
            times: {
                tag: string;
                raw: string;
                utc: string | null;
                offset: string | null;
                zoneKnown: boolean;
                note: string | null;
            }[] | null;
            device: {
                make: string | null;
                model: string | null;
                software: string | null;
                lens: string | null;
            } | null;
            tags: {
                [key: string]: string;
            } | null;
            contentCredentials: {
                /** @enum {string} */
                state: "valid" | "invalid" | "absent" | "not_checked";
                reason?: string;
                isSignerTrusted?: boolean;
                claimGenerator?: string;
                issuer?: string;
                signedAt?: string;
                digitalSourceTypes?: string[];
            } | null;
            notes: string[];
        };
        CustodyEventPage: {
            items: components["schemas"]["CustodyEvent"][];
            nextCursor: string | null;
        };
        CustodyEvent: {
            seq: number;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            chain: string;
            chainSeq: number;
            /** Format: uuid */
            clipId: string | null;
            action: string;
            actor: string;
            body: {
                [key: string]: unknown;
            };
            privateCommit: string | null;
            prev: string | null;
            leaf: string;
        };
        HistoryPage: {
            items: components["schemas"]["HistoryItem"][];
            nextCursor: string | null;
        };
        HistoryItem: {
            /** @description The event's place in the custody log. */
            seq: number;
            /** Format: date-time */
            at: string;
            action: string;
            actor: {
                /**
                 * @description protected: whoever submitted asked not to be named, and is shown to leads and to themselves alone. hidden: the reader has not judged the claim yet.
                 * @enum {string}
                 */
                kind: "user" | "worker" | "system" | "protected" | "hidden";
                /** Format: uuid */
                id?: string;
                name?: string;
            };
            /** @description One English sentence. */
            summary: string;
            changes?: {
                field: string;
                before: unknown;
                after: unknown;
            }[];
            ref?: {
                kind: string;
                /** Format: uuid */
                id: string;
            };
        };
        FrameTextPage: {
            items: components["schemas"]["FrameText"][];
            /** Format: uuid */
            nextCursor: string | null;
        };
        FrameText: {
            /** Format: uuid */
            frameId: string;
            ptsMs: number;
            /** @description As a machine read it, one line of the picture a line. */
            text: string;
            /** @description The reader's own, 0 to 100. */
            confidence: number;
        };
        CustodyVerification: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            report: {
                startedAt: string;
                finishedAt: string;
                ok: boolean;
                custodyRoleProtected: boolean;
                counts: {
                    [key: string]: number;
                };
                differences: components["schemas"]["CustodyDifference"][];
            } | null;
        };
        CustodyDifference: {
            code: string;
            severity: string;
            subject: string;
            message: string;
            expected?: string;
            found?: string;
        };
        SearchPage: {
            items: components["schemas"]["SearchHit"][];
            nextCursor: string | null;
        };
        SearchHit: {
            /** Format: uuid */
            clipId: string;
            /** @enum {string} */
            kind: "claim" | "note" | "clip" | "post" | "finding" | "annotation" | "comment" | "screen_text";
            /**
             * Format: uuid
             * @description Of the claim, submission, clip, capture, finding, annotation, comment or frame.
             */
            ref: string;
            /** @description Plain text; [[ ]] around what was found. */
            snippet: string;
            /** Format: date-time */
            at: string;
        };
        CaseTimelinePage: {
            items: components["schemas"]["CaseTimelineItem"][];
            /** Format: uuid */
            nextCursor: string | null;
        };
        CaseTimelineItem: {
            /** Format: uuid */
            clipId: string;
            title: string | null;
            sensitivity: components["schemas"]["Sensitivity"];
            /** @enum {string} */
            verification: "unreviewed" | "in_review" | "disputed" | "refuted" | "verified" | "inconclusive";
            /** Format: date-time */
            createdAt: string;
            places: components["schemas"]["PlaceMark"][];
            times: components["schemas"]["TimeMark"][];
        };
        PlaceMark: {
            /** @enum {string} */
            kind: "claimed" | "found" | "embedded";
            lat: number;
            lon: number;
            /** @description Claimed radius, uncertainty of what was found, or accuracy of the device. */
            radiusM: number | null;
            /**
             * Format: uuid
             * @description The claim or finding that says so.
             */
            ref: string | null;
        };
        TimeMark: {
            /** @enum {string} */
            kind: "claimed" | "found" | "posted" | "embedded" | "first_known" | "submitted";
            /**
             * Format: date-time
             * @description null: the beginning is open.
             */
            from: string | null;
            /**
             * Format: date-time
             * @description The same as `from` for a point in time; null: the end is open.
             */
            to: string | null;
            /**
             * @description Who tells of a posting, or of what is first known.
             * @enum {string|null}
             */
            by: "post_id" | "platform" | "submitter" | "submission" | null;
            /**
             * Format: uuid
             * @description The claim or finding that says so.
             */
            ref: string | null;
        };
        /** @description By name; at most a hundred for each person. */
        SavedViewList: {
            items: components["schemas"]["SavedView"][];
            /** @enum {string|null} */
            nextCursor: null;
        };
        SavedView: {
            /** Format: uuid */
            id: string;
            name: string;
            query: string;
            /** Format: date-time */
            createdAt: string;
        };
        SavedViewRequest: {
            name: string;
            /** @description The query string of GET /clips, without limit and cursor. */
            query: string;
        };
        Dashboard: {
            counts: {
                total: number;
                processing: {
                    [key: string]: number;
                };
                work: {
                    [key: string]: number;
                };
                verification: {
                    [key: string]: number;
                };
            };
            /** @description The ten clips that were submitted first, are not cancelled and not closed. */
            oldestWaiting: {
                /** Format: uuid */
                clipId: string;
                /** @enum {string} */
                work: "unassigned" | "assigned" | "in_review" | "second_review" | "needs_help" | "closed";
                /** Format: date-time */
                since: string;
            }[];
            /** @description How many clips wait (not cancelled, not closed), by whole UTC days since they were submitted; `toDays` is not included, null is without end. */
            ageing: {
                fromDays: number;
                toDays: number | null;
                count: number;
            }[];
            /** @description The last 14 days (UTC), oldest first: clips submitted, and how often a clip came to a verdict or was closed. */
            throughput: {
                /** Format: date */
                day: string;
                submitted: number;
                concluded: number;
                closed: number;
            }[];
            /** @description Clips that failed, in whole or in part, by code; most first. */
            failures: {
                /** @enum {string} */
                code: "url_rejected" | "unsupported_url" | "not_found" | "deleted_at_source" | "login_required" | "geo_blocked" | "rate_limited" | "network_error" | "download_timeout" | "too_large" | "too_long" | "not_media" | "no_video_stream" | "unsupported_codec" | "limits_exceeded" | "corrupt_media" | "decode_failed" | "tool_timeout" | "tool_crashed" | "integrity_mismatch" | "storage_full" | "storage_error" | "internal";
                count: number;
            }[];
            /** @description Claims with new contradicting evidence after their verdict. */
            needsAttention: number;
            /**
             * Format: date-time
             * @description Since when these figures have been so.
             */
            asOf: string;
        };
        WebhookRequest: {
            url: string;
            /** Format: uuid */
            caseId?: string;
        };
        MadeWebhook: {
            /** Format: uuid */
            id: string;
            url: string;
            /**
             * Format: uuid
             * @description Null: every case that its maker leads.
             */
            caseId: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Signs every message. Shown this once. */
            secret: string;
        };
        WebhookPage: {
            items: components["schemas"]["Webhook"][];
            /** Format: uuid */
            nextCursor: string | null;
        };
        Webhook: {
            /** Format: uuid */
            id: string;
            url: string;
            /**
             * Format: uuid
             * @description Null: every case that its maker leads.
             */
            caseId: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        WebhookDeliveryPage: {
            items: components["schemas"]["WebhookDelivery"][];
            /** Format: uuid */
            nextCursor: string | null;
        };
        WebhookDelivery: {
            /**
             * Format: uuid
             * @description Also the `webhook-id` of every attempt.
             */
            id: string;
            /** Format: uuid */
            clipId: string;
            /** @enum {string} */
            state: "pending" | "delivered" | "dead";
            attempts: number;
            /** Format: date-time */
            nextAttemptAt: string | null;
            lastStatus: number | null;
            lastError: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
        };
        MatchPage: {
            items: (components["schemas"]["Match"] | components["schemas"]["MatchElsewhere"])[];
            /** Format: uuid */
            nextCursor: string | null;
        };
        Match: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description The clip from whose side the match is told.
             */
            ofClipId: string;
            /**
             * Format: uuid
             * @description The other clip.
             */
            clipId: string;
            kind: components["schemas"]["MatchKind"];
            mirrored: boolean;
            speed: number;
            /** @description 0 to 1: how well the segments agree. */
            score: number;
            /** @description 0 to 1: share of this clip that its segments cover. */
            coverage: number;
            otherCoverage: number;
            segments: components["schemas"]["MatchSegment"][];
            /** @description What found it, with its version. */
            method: string;
            state: components["schemas"]["MatchState"];
            /** @description The last person's decision; null while only the desk suggests it. */
            decision: {
                rationale: string;
                /** Format: uuid */
                by: string;
                /** Format: date-time */
                at: string;
            } | null;
            version: number;
            /** Format: date-time */
            createdAt: string;
        };
        /**
         * @description Same bytes; same pictures; or the same sound under other pictures.
         * @enum {string}
         */
        MatchKind: "same_file" | "same_footage" | "same_sound";
        /** @description This stretch here shows what that stretch of the other clip shows. */
        MatchSegment: {
            startMs: number;
            endMs: number;
            otherStartMs: number;
            otherEndMs: number;
            mirrored: boolean;
            /** @description Milliseconds of the other clip that pass in one of this. */
            speed: number;
            score: number;
        };
        /** @enum {string} */
        MatchState: "suggested" | "confirmed" | "rejected";
        /** @description The other clip lies in a case that this reader cannot see: ask the lead. */
        MatchElsewhere: {
            /** Format: uuid */
            id: string;
            /** @enum {boolean} */
            elsewhere: true;
        };
        Cluster: {
            /** Format: uuid */
            clipId: string;
            /** @description All members, this clip and those elsewhere among them. */
            size: number;
            /** @description Members in cases that this reader cannot see: ask the lead. */
            elsewhere: number;
            /** @description There are more; those that are nearest to this clip are shown. */
            isCut: boolean;
            /**
             * Format: uuid
             * @description Of the members that this reader can see.
             */
            earliestKnown: string | null;
            /** Format: uuid */
            longest: string | null;
            /**
             * Format: uuid
             * @description The most pixels; of those with as many, the most bits a second.
             */
            bestQuality: string | null;
            items: components["schemas"]["ClusterMember"][];
            /** Format: uuid */
            nextCursor: string | null;
        };
        ClusterMember: {
            /** Format: uuid */
            clipId: string;
            /** Format: uuid */
            caseId: string;
            title: string | null;
            canonicalUrl: string | null;
            platform: string | null;
            /** Format: date-time */
            firstKnownAt: string;
            /**
             * @description Decoded from the post's id, told by the platform, seen by a submitter on the post, or when it was handed in.
             * @enum {string}
             */
            firstKnownBy: "post_id" | "platform" | "submitter" | "submission";
            durationMs: number | null;
            width: number | null;
            height: number | null;
            bitRate: number | null;
        };
        MatchDecisionRequest: {
            state: components["schemas"]["MatchState"];
            rationale: string;
        };
        CheckOutcomePage: {
            items: components["schemas"]["CheckOutcome"][];
            nextCursor: string | null;
        };
        CheckOutcome: {
            rule: string;
            ruleVersion: string;
            /**
             * Format: uuid
             * @description null for what concerns the clip as a whole.
             */
            claimId: string | null;
            /**
             * @description An argument for or against, a note, nothing to compare (the summary says what was missing), or a rule that broke down. Never a verdict.
             * @enum {string}
             */
            outcome: "supports" | "contradicts" | "neutral" | "not_applicable" | "failed";
            summary: string;
            compared: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description The finding of an argument; null without one.
             */
            findingId: string | null;
            /** Format: date-time */
            checkedAt: string;
        };
        RuleDescriptionPage: {
            items: components["schemas"]["RuleDescription"][];
            /** @enum {string|null} */
            nextCursor: null;
        };
        RuleDescription: {
            id: string;
            version: string;
            title: string;
            /** @description Markdown: what is compared, what may be claimed, limits, false alarms. */
            readme: string;
        };
        AnnotationRequest: {
            "@context"?: "http://www.w3.org/ns/anno.jsonld" | string[];
            /** @enum {string} */
            type: "Annotation";
            /** @default commenting */
            motivation: components["schemas"]["Motivation"];
            /** @description One TextualBody, or a list of them. */
            body?: components["schemas"]["TextualBody"][];
            target: {
                source: string;
                selector?: components["schemas"]["Selector"];
            };
            /**
             * Format: uuid
             * @default null
             */
            subjectId: string | null;
            /**
             * Format: uuid
             * @default null
             */
            claimId: string | null;
            /** @default null */
            stance: components["schemas"]["Stance"] | null;
            /** @default null */
            landmark: components["schemas"]["Landmark"] | null;
        };
        /** @enum {string} */
        Motivation: "assessing" | "bookmarking" | "classifying" | "commenting" | "describing" | "editing" | "highlighting" | "identifying" | "linking" | "moderating" | "questioning" | "replying" | "tagging";
        /** @description Always plain text: markup in it stays what was typed. */
        TextualBody: {
            /** @enum {string} */
            type: "TextualBody";
            value: string;
            purpose?: components["schemas"]["Motivation"];
            language?: string;
            /** @enum {string} */
            format?: "text/plain";
        };
        /** @description FragmentSelector `xywh=percent:x,y,w,h`, `xywh=x,y,w,h` (pixels) or `t=start,end`; SvgSelector of plain shapes, at most 1 000 points; PointSelector in percent. A time range may be refined by a region. */
        Selector: {
            /** @enum {string} */
            type: "FragmentSelector";
            conformsTo?: string;
            value: string;
            refinedBy?: {
                /** @enum {string} */
                type: "FragmentSelector";
                conformsTo?: string;
                value: string;
            } | {
                /** @enum {string} */
                type: "SvgSelector";
                value: string;
            } | {
                /** @enum {string} */
                type: "PointSelector";
                x: number;
                y: number;
            };
        } | {
            /** @enum {string} */
            type: "SvgSelector";
            value: string;
            refinedBy?: {
                /** @enum {string} */
                type: "FragmentSelector";
                conformsTo?: string;
                value: string;
            } | {
                /** @enum {string} */
                type: "SvgSelector";
                value: string;
            } | {
                /** @enum {string} */
                type: "PointSelector";
                x: number;
                y: number;
            };
        } | {
            /** @enum {string} */
            type: "PointSelector";
            x: number;
            y: number;
            refinedBy?: {
                /** @enum {string} */
                type: "FragmentSelector";
                conformsTo?: string;
                value: string;
            } | {
                /** @enum {string} */
                type: "SvgSelector";
                value: string;
            } | {
                /** @enum {string} */
                type: "PointSelector";
                x: number;
                y: number;
            };
        };
        /** @enum {string} */
        Stance: "supports" | "contradicts" | "neutral";
        /** @description The point of the map that this is, or is not, the same as. */
        Landmark: {
            lat: number;
            lon: number;
            agree: boolean;
            note?: string;
        };
        Annotation: {
            /** @enum {string} */
            "@context": "http://www.w3.org/ns/anno.jsonld";
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "Annotation";
            motivation: components["schemas"]["Motivation"];
            body: components["schemas"]["TextualBody"][];
            target: {
                source: string;
                selector?: components["schemas"]["Selector"];
            };
            /** @description As the client wrote it. */
            selectorAsWritten: components["schemas"]["Selector"] | null;
            creator: {
                /** Format: uuid */
                id: string;
            };
            /** Format: date-time */
            created: string;
            /** Format: date-time */
            modified: string;
            anchor: components["schemas"]["AnnotationAnchor"];
            /** Format: uuid */
            subjectId: string | null;
            /** Format: uuid */
            claimId: string | null;
            stance: components["schemas"]["Stance"] | null;
            landmark: components["schemas"]["Landmark"] | null;
            version: number;
            /** Format: uuid */
            clipId: string;
            /**
             * Format: uuid
             * @description The present frame at that time, if there is one.
             */
            frameId: string | null;
            /** Format: date-time */
            withdrawnAt: string | null;
        };
        /** @description What it is found by, whatever becomes of the frames. */
        AnnotationAnchor: {
            originalSha256: string;
            sourcePts: number | null;
            timeBase: string | null;
            ptsMs: number | null;
            frameNumber: number | null;
            startMs: number | null;
            endMs: number | null;
        };
        AnnotationPage: {
            items: components["schemas"]["Annotation"][];
            /** Format: uuid */
            nextCursor: string | null;
        };
        AnnotationRevisionPage: {
            items: components["schemas"]["AnnotationRevision"][];
            nextCursor: string | null;
        };
        /** @description An earlier wording, and who replaced it when. */
        AnnotationRevision: {
            version: number;
            content: {
                [key: string]: unknown;
            };
            /** Format: uuid */
            changedBy: string;
            /** Format: date-time */
            changedAt: string;
        };
        AnnotationReplacement: {
            "@context"?: "http://www.w3.org/ns/anno.jsonld" | string[];
            /** @enum {string} */
            type: "Annotation";
            /** @default commenting */
            motivation: components["schemas"]["Motivation"];
            /** @description One TextualBody, or a list of them. */
            body?: components["schemas"]["TextualBody"][];
            target: {
                source: string;
                selector?: components["schemas"]["Selector"];
            };
            /**
             * Format: uuid
             * @default null
             */
            subjectId: string | null;
            /**
             * Format: uuid
             * @default null
             */
            claimId: string | null;
            /** @default null */
            stance: components["schemas"]["Stance"] | null;
            /** @default null */
            landmark: components["schemas"]["Landmark"] | null;
            /** Format: uuid */
            id?: string;
            selectorAsWritten?: unknown;
            creator?: unknown;
            created?: unknown;
            modified?: unknown;
            anchor?: unknown;
            version?: unknown;
            clipId?: unknown;
            frameId?: unknown;
            withdrawnAt?: unknown;
        };
        SubjectRequest: {
            /** Format: uuid */
            caseId: string;
            kind: components["schemas"]["SubjectKind"];
            name: string;
            /** @default null */
            description: string | null;
            /** @default null */
            mapPoint: components["schemas"]["MapPoint"] | null;
        };
        /** @enum {string} */
        SubjectKind: "person" | "vehicle" | "insignia" | "landmark" | "text";
        MapPoint: {
            lat: number;
            lon: number;
        };
        Subject: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            caseId: string;
            kind: components["schemas"]["SubjectKind"];
            name: string;
            description: string | null;
            mapPoint: components["schemas"]["MapPoint"] | null;
            version: number;
            /** Format: uuid */
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        SubjectPage: {
            items: components["schemas"]["Subject"][];
            /** Format: uuid */
            nextCursor: string | null;
        };
        /** @description A subject, and every clip in which it is marked. */
        SubjectWithClips: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            caseId: string;
            kind: components["schemas"]["SubjectKind"];
            name: string;
            description: string | null;
            mapPoint: components["schemas"]["MapPoint"] | null;
            version: number;
            /** Format: uuid */
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            clips: components["schemas"]["SubjectAppearance"][];
            /**
             * Format: uuid
             * @description For the next clips, when there are more than `limit`.
             */
            nextCursor: string | null;
        };
        SubjectAppearance: {
            /** Format: uuid */
            clipId: string;
            title: string | null;
            /** @description Of the clip: its pictures are veiled until the reader lifts that. */
            sensitivity: components["schemas"]["Sensitivity"];
            annotations: components["schemas"]["SubjectMark"][];
            firstMs: number;
            lastMs: number;
        };
        /** @description An annotation that marks the subject. */
        SubjectMark: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            frameId: string | null;
            ptsMs: number | null;
            startMs: number | null;
            endMs: number | null;
            thumbUrl: string | null;
            imageUrl: string | null;
            /** @description Of the picture that the selector speaks of, in pixels. */
            size: {
                width: number;
                height: number;
            } | null;
            selector: components["schemas"]["Selector"] | null;
        };
        SubjectPatch: {
            name?: string;
            description?: string | null;
            mapPoint?: components["schemas"]["MapPoint"] | null;
        };
        ClipSubjectPage: {
            items: components["schemas"]["ClipSubject"][];
            /** Format: uuid */
            nextCursor: string | null;
        };
        /** @description Who or what is marked in this clip, and where else. */
        ClipSubject: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            caseId: string;
            kind: components["schemas"]["SubjectKind"];
            name: string;
            description: string | null;
            mapPoint: components["schemas"]["MapPoint"] | null;
            version: number;
            /** Format: uuid */
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            here: components["schemas"]["SubjectAppearance"];
            /** @description The first 200 clips of the subject; GET /subjects/{id} pages through all. */
            elsewhere: components["schemas"]["SubjectAppearance"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    HealthController_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process lives. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    HealthController_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    HealthController_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prometheus text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ApiDescriptionController_document: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    IdentityController_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    IdentityController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPage"];
                };
            };
        };
    };
    IdentityController_create: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewToken"];
                };
            };
        };
    };
    IdentityController_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    UsersController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
        };
    };
    UsersController_create: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewUser"];
                };
            };
        };
    };
    UsersController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
        };
    };
    UsersController_update: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
        };
    };
    UsersController_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupLink"];
                };
            };
        };
    };
    SessionController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionRequest"];
            };
        };
        responses: {
            /** @description Signed in; the cookie is set. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    SessionController_end: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out; the cookie is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SessionController_setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupRequest"];
            };
        };
        responses: {
            /** @description The password is set; signed in. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    SessionController_lookAtLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupQuestion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupPerson"];
                };
            };
        };
    };
    MeController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
        };
    };
    MeController_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MeController_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordPatch"];
            };
        };
        responses: {
            /** @description All other sessions have ended; this one has a new cookie. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MeController_beginTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts once a code of it was confirmed. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpSecret"];
                };
            };
        };
    };
    MeController_removeTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpRemoval"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MeController_confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpConfirmation"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    OidcController_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OidcState"];
                };
            };
        };
    };
    OidcController_begin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the identity provider. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    OidcController_finish: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed in; to the desk’s page. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    GazetteerController_find: {
        parameters: {
            query: {
                /** @description A name in any script and spelling. */
                q: string;
                /** @description A point, as coordinates in any notation: among places whose names fit equally well the nearest come first. */
                near?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GazetteerAnswer"];
                };
            };
        };
    };
    GazetteerImportsController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GazetteerImportPage"];
                };
            };
        };
    };
    GazetteerImportsController_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description At most 256 MiB and 500 000 rows, UTF-8: a table of GeoNames' form, or comma-separated with a head that names name, lat and lon (and names, country, admin1, population, feature, geonameid).
                     */
                    file: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GazetteerImport"];
                };
            };
        };
    };
    GazetteerImportsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GazetteerImport"];
                };
            };
        };
    };
    KitController_sun: {
        parameters: {
            query: {
                lat: string;
                lon: string;
                /** @description Time with an offset (RFC 3339); by default now. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SunAnswer"];
                };
            };
        };
    };
    KitController_shadow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShadowRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShadowAnswer"];
                };
            };
        };
    };
    KitController_timezone: {
        parameters: {
            query: {
                lat: string;
                lon: string;
                /** @description Time with an offset (RFC 3339); by default now. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimezoneAnswer"];
                };
            };
        };
    };
    KitController_distance: {
        parameters: {
            query: {
                /** @description Coordinates in any notation. */
                from: string;
                /** @description Coordinates in any notation. */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DistanceAnswer"];
                };
            };
        };
    };
    MapTilesController_setup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapSetup"];
                };
            };
        };
    };
    MapTilesController_tiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CasesController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePage"];
                };
            };
        };
    };
    CasesController_create: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
        };
    };
    CasesController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
        };
    };
    CasesController_update: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CasePatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
        };
    };
    MembersController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
        };
    };
    MembersController_put: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberRequest"];
            };
        };
        responses: {
            /** @description Was a member; has this role now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    MembersController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    StatusController_status: {
        parameters: {
            query?: {
                wait?: number;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClipStatus"];
                };
            };
            /** @description Unchanged since the version that If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    StatusController_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClipStatus"];
                };
            };
        };
    };
    StatusController_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClipStatus"];
                };
            };
        };
    };
    ClipsController_claims: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimList"];
                };
            };
        };
    };
    ClaimsController_add: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
        };
    };
    FindingsController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                claim?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingPage"];
                };
            };
        };
    };
    FindingsController_make: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindingRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
        };
    };
    FindingsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
        };
    };
    FindingsController_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawalRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
        };
    };
    EvidenceFilesController_add: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description At most 64 MiB.
                     */
                    file: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceFile"];
                };
            };
        };
    };
    ClipsController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                /** @description By submission; `oldest` begins with what waits longest. */
                order?: "newest" | "oldest";
                case?: string;
                processing?: "queued" | "running" | "complete" | "partial" | "failed" | "cancelled";
                /** @description Failed, in whole or in part, with this code. */
                failure?: "url_rejected" | "unsupported_url" | "not_found" | "deleted_at_source" | "login_required" | "geo_blocked" | "rate_limited" | "network_error" | "download_timeout" | "too_large" | "too_long" | "not_media" | "no_video_stream" | "unsupported_codec" | "limits_exceeded" | "corrupt_media" | "decode_failed" | "tool_timeout" | "tool_crashed" | "integrity_mismatch" | "storage_full" | "storage_error" | "internal";
                work?: "unassigned" | "assigned" | "in_review" | "second_review" | "needs_help" | "closed";
                verification?: "unreviewed" | "in_review" | "disputed" | "refuted" | "verified" | "inconclusive";
                sensitivity?: components["schemas"]["Sensitivity"];
                submittedAfter?: string;
                submittedBefore?: string;
                assignee?: string | ("me" | "none");
                tag?: string;
                /** @description As in /search; the order stays that of submission. */
                q?: string;
                /** @description west,south,east,north in degrees; a claimed place meets it. */
                bbox?: string;
                /** @description lat,lon in degrees, with radiusM. */
                near?: string;
                radiusM?: number;
                /** @description A claimed time overlaps timeFrom..timeTo. */
                timeFrom?: string;
                timeTo?: string;
                /** @description A subject that is marked in the clip. */
                person?: string;
                verdict?: "unreviewed" | "in_review" | "confirmed" | "refuted" | "inconclusive" | "undeterminable" | "contested";
                claimType?: "location" | "time" | "source" | "other";
                needsAttention?: "true" | "false";
                /** @description True: also clips with a tag that the reader asks not to be given (`/me/topics`). Otherwise they are left out, unless assigned to the reader. */
                optedOut?: "true" | "false";
                /** @description Shares bytes, pictures or sound with another clip of any case; rejected matches count for nothing. */
                hasMatches?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClipPage"];
                };
            };
        };
    };
    IntakeController_submit: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Submission"];
            };
        };
        responses: {
            /** @description The link was known; its clip, with duplicateOf set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clip"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clip"];
                };
            };
        };
    };
    IntakeController_batch: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
        };
    };
    IntakeController_upload: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    /** @description A submission as JSON; its url is optional. */
                    submission?: string;
                };
            };
        };
        responses: {
            /** @description The link was known; its clip, with duplicateOf set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clip"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clip"];
                };
            };
        };
    };
    KnownController_ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KnownRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnownAnswer"];
                };
            };
        };
    };
    SourcesController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                case?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcePage"];
                };
            };
        };
    };
    SourcesController_create: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceSummary"];
                };
            };
        };
    };
    SourcesController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
        };
    };
    SourcesController_update: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourcePatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceSummary"];
                };
            };
        };
    };
    SourcesController_grade: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GradeRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceGrade"];
                };
            };
        };
    };
    AccountsController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                case?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
        };
    };
    AccountsController_linkAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceLink"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
        };
    };
    AccountsController_linkClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceLink"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimSource"];
                };
            };
        };
    };
    ClipsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clip"];
                };
            };
        };
    };
    ClipWorkController_change: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClipPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clip"];
                };
            };
        };
    };
    InboxController_list: {
        parameters: {
            query?: {
                case?: string;
                /** @description True: also clips with a tag that the reader asks not to be given (`/me/topics`). Otherwise they are left out, unless assigned to the reader. */
                optedOut?: "true" | "false";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxPage"];
                };
            };
        };
    };
    CommentsController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentPage"];
                };
            };
        };
    };
    CommentsController_add: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
        };
    };
    CommentsController_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdrawn: it stays in its place without its text. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CommentsController_mentions: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentPage"];
                };
            };
        };
    };
    SensitiveRangesController_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SensitiveRangeList"];
                };
            };
        };
    };
    SensitiveRangesController_add: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SensitiveRangeRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SensitiveRange"];
                };
            };
        };
    };
    SensitiveRangesController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed: kept on record, and no longer shown. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ExposureController_own: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                timezone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnExposure"];
                };
            };
        };
    };
    ExposureController_ofCase: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                timezone?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseExposure"];
                };
            };
        };
    };
    TopicsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Topics"];
                };
            };
        };
    };
    TopicsController_replace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopicsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Topics"];
                };
            };
        };
    };
    JudgementsController_assessments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentList"];
                };
            };
        };
    };
    JudgementsController_assess: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JudgementRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessment"];
                };
            };
        };
    };
    JudgementsController_rule: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JudgementRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ruling"];
                };
            };
        };
    };
    JudgementsController_rulings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulingList"];
                };
            };
        };
    };
    JudgementsController_assessmentsOfClip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentList"];
                };
            };
        };
    };
    ClipMediaController_original: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sealed bytes; ranges are served. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ClipMediaController_artefact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes of a derivative or of a capture record; ranges are served. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ClipMediaController_frames: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FramePage"];
                };
            };
        };
    };
    ClipMediaController_image: {
        parameters: {
            query?: {
                veil?: "0" | "1";
                /** @description With `veil=0`: frames of passages that somebody warned of stay veiled. */
                ranges?: "1";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The frame, or its veiled copy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ClipMediaController_thumb: {
        parameters: {
            query?: {
                veil?: "0" | "1";
                /** @description With `veil=0`: frames of passages that somebody warned of stay veiled. */
                ranges?: "1";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The frame at 320 pixels wide, or its veiled copy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ClipEvidenceController_metadata: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClipMetadata"];
                };
            };
        };
    };
    ClipEvidenceController_custodyEvents: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustodyEventPage"];
                };
            };
        };
    };
    ClipEvidenceController_story: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
        };
    };
    ClipTextController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrameTextPage"];
                };
            };
        };
    };
    VerificationController_latest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustodyVerification"];
                };
            };
        };
    };
    VerificationController_request: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustodyVerification"];
                };
            };
        };
    };
    SearchController_find: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                q: string;
                case?: string;
                kind?: "claim" | "note" | "clip" | "post" | "finding" | "annotation" | "comment" | "screen_text";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchPage"];
                };
            };
        };
    };
    CaseTimelineController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseTimelinePage"];
                };
            };
        };
    };
    SavedViewsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewList"];
                };
            };
        };
    };
    SavedViewsController_save: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    SavedViewsController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    DashboardController_counts: {
        parameters: {
            query?: {
                case?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
            /** @description The figures are those that If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    EventsController_events: {
        parameters: {
            query?: {
                case?: string;
                clip?: string;
                lastEventId?: string;
            };
            header?: {
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events `clip.status` (data: ClipStatus), `clip.activity` (data: `{id}` of a clip about which something was done that its status does not show; for reviewers and leads, at most once a second for each clip, without an id: after a break ask again) and `reset`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    WebhooksController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
        };
    };
    WebhooksController_make: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeWebhook"];
                };
            };
        };
    };
    WebhooksController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    WebhooksController_deliveries: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "pending" | "delivered" | "dead";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
        };
    };
    WebhooksController_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
        };
    };
    MatchesController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchPage"];
                };
            };
        };
    };
    MatchesController_cluster: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cluster"];
                };
            };
        };
    };
    MatchesController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Match"] | components["schemas"]["MatchElsewhere"];
                };
            };
        };
    };
    MatchesController_decide: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatchDecisionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Match"] | components["schemas"]["MatchElsewhere"];
                };
            };
        };
    };
    ChecksController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckOutcomePage"];
                };
            };
        };
    };
    ChecksController_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleDescriptionPage"];
                };
            };
        };
    };
    AnnotationsController_ofFrame: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnotationPage"];
                };
            };
        };
    };
    AnnotationsController_onFrame: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnotationRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Annotation"];
                };
            };
        };
    };
    AnnotationsController_ofClip: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnotationPage"];
                };
            };
        };
    };
    AnnotationsController_onClip: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnotationRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Annotation"];
                };
            };
        };
    };
    AnnotationsController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Annotation"];
                };
            };
        };
    };
    AnnotationsController_replace: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnotationReplacement"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Annotation"];
                };
            };
        };
    };
    AnnotationsController_withdraw: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdrawn; it stays on record. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AnnotationsController_revisions: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnotationRevisionPage"];
                };
            };
        };
    };
    SubjectsController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                case?: string;
                kind?: components["schemas"]["SubjectKind"];
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectPage"];
                };
            };
        };
    };
    SubjectsController_create: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubjectRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subject"];
                };
            };
        };
    };
    SubjectsController_one: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectWithClips"];
                };
            };
        };
    };
    SubjectsController_update: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubjectPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subject"];
                };
            };
        };
    };
    SubjectsController_ofClip: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClipSubjectPage"];
                };
            };
        };
    };
}
