export namespace desk {
	
	export class AnsweredView {
	    key: string;
	    say: string;
	
	    static createFrom(source: any = {}) {
	        return new AnsweredView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.say = source["say"];
	    }
	}
	export class AskedView {
	    key: string;
	    ask: string;
	    some: boolean;
	    answers: AnsweredView[];
	
	    static createFrom(source: any = {}) {
	        return new AskedView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.ask = source["ask"];
	        this.some = source["some"];
	        this.answers = this.convertValues(source["answers"], AnsweredView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class AwayView {
	    target: string;
	    service: boolean;
	    of: string;
	    under: string;
	    over: boolean;
	    now: string;
	    made: string;
	    who: string;
	
	    static createFrom(source: any = {}) {
	        return new AwayView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.target = source["target"];
	        this.service = source["service"];
	        this.of = source["of"];
	        this.under = source["under"];
	        this.over = source["over"];
	        this.now = source["now"];
	        this.made = source["made"];
	        this.who = source["who"];
	    }
	}
	export class ChangeView {
	    made: string;
	    who: string;
	    target: string;
	    of: string;
	    on: string;
	    before: string;
	    after: string;
	    there: boolean;
	    away: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ChangeView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.made = source["made"];
	        this.who = source["who"];
	        this.target = source["target"];
	        this.of = source["of"];
	        this.on = source["on"];
	        this.before = source["before"];
	        this.after = source["after"];
	        this.there = source["there"];
	        this.away = source["away"];
	    }
	}
	export class PlaceView {
	    name: string;
	    office: string;
	
	    static createFrom(source: any = {}) {
	        return new PlaceView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.office = source["office"];
	    }
	}
	export class DetailChangeView {
	    made: string;
	    who: string;
	    name: string;
	    before: string;
	    after: string;
	
	    static createFrom(source: any = {}) {
	        return new DetailChangeView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.made = source["made"];
	        this.who = source["who"];
	        this.name = source["name"];
	        this.before = source["before"];
	        this.after = source["after"];
	    }
	}
	export class DetailView {
	    name: string;
	    draft: string;
	    sequence: number;
	    shown: string;
	    decided: boolean;
	    problem: string;
	    saved: string;
	    who: string;
	    admin: boolean;
	
	    static createFrom(source: any = {}) {
	        return new DetailView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.draft = source["draft"];
	        this.sequence = source["sequence"];
	        this.shown = source["shown"];
	        this.decided = source["decided"];
	        this.problem = source["problem"];
	        this.saved = source["saved"];
	        this.who = source["who"];
	        this.admin = source["admin"];
	    }
	}
	export class CommuneView {
	    details: DetailView[];
	    changes: DetailChangeView[];
	    places: PlaceView[];
	    putOff: string[];
	
	    static createFrom(source: any = {}) {
	        return new CommuneView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.details = this.convertValues(source["details"], DetailView);
	        this.changes = this.convertValues(source["changes"], DetailChangeView);
	        this.places = this.convertValues(source["places"], PlaceView);
	        this.putOff = source["putOff"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CopyView {
	    line: string;
	    of: string;
	    step: string;
	    texts: string;
	
	    static createFrom(source: any = {}) {
	        return new CopyView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.line = source["line"];
	        this.of = source["of"];
	        this.step = source["step"];
	        this.texts = source["texts"];
	    }
	}
	export class DataFolderView {
	    path: string;
	    size: number;
	    free: number;
	
	    static createFrom(source: any = {}) {
	        return new DataFolderView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.path = source["path"];
	        this.size = source["size"];
	        this.free = source["free"];
	    }
	}
	
	
	export class DrawingView {
	    line: string;
	    of: string;
	    step: string;
	    texts: string;
	    near: boolean;
	    picture: string;
	    alt: string;
	
	    static createFrom(source: any = {}) {
	        return new DrawingView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.line = source["line"];
	        this.of = source["of"];
	        this.step = source["step"];
	        this.texts = source["texts"];
	        this.near = source["near"];
	        this.picture = source["picture"];
	        this.alt = source["alt"];
	    }
	}
	export class FlawView {
	    field: string;
	    message: string;
	    mend: string;
	    warning: boolean;
	
	    static createFrom(source: any = {}) {
	        return new FlawView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.field = source["field"];
	        this.message = source["message"];
	        this.mend = source["mend"];
	        this.warning = source["warning"];
	    }
	}
	export class NoteView {
	    target: string;
	    of: string;
	    on: string;
	    lessons: number;
	    draft: string;
	    sequence: number;
	    shown: string;
	    parked: boolean;
	    under: string;
	    saved: string;
	    who: string;
	    hidden: boolean;
	    words: boolean;
	    drawn: boolean;
	    bare: boolean;
	
	    static createFrom(source: any = {}) {
	        return new NoteView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.target = source["target"];
	        this.of = source["of"];
	        this.on = source["on"];
	        this.lessons = source["lessons"];
	        this.draft = source["draft"];
	        this.sequence = source["sequence"];
	        this.shown = source["shown"];
	        this.parked = source["parked"];
	        this.under = source["under"];
	        this.saved = source["saved"];
	        this.who = source["who"];
	        this.hidden = source["hidden"];
	        this.words = source["words"];
	        this.drawn = source["drawn"];
	        this.bare = source["bare"];
	    }
	}
	export class OrderedStep {
	    id: string;
	    say: string;
	    when: string;
	
	    static createFrom(source: any = {}) {
	        return new OrderedStep(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.say = source["say"];
	        this.when = source["when"];
	    }
	}
	
	export class SavedDetailView {
	    kept: boolean;
	    detail: DetailView;
	
	    static createFrom(source: any = {}) {
	        return new SavedDetailView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kept = source["kept"];
	        this.detail = this.convertValues(source["detail"], DetailView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SavedView {
	    kept: boolean;
	    note: NoteView;
	
	    static createFrom(source: any = {}) {
	        return new SavedView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kept = source["kept"];
	        this.note = this.convertValues(source["note"], NoteView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class WayView {
	    say: string;
	    before: string;
	    after: string;
	
	    static createFrom(source: any = {}) {
	        return new WayView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.say = source["say"];
	        this.before = source["before"];
	        this.after = source["after"];
	    }
	}
	export class WhomView {
	    on: string;
	    now: string;
	    line: boolean;
	    asks: AskedView[];
	    ways: WayView[];
	
	    static createFrom(source: any = {}) {
	        return new WhomView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.on = source["on"];
	        this.now = source["now"];
	        this.line = source["line"];
	        this.asks = this.convertValues(source["asks"], AskedView);
	        this.ways = this.convertValues(source["ways"], WayView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Text {
	    say: string;
	    more: string;
	    source: string;
	    dated: string;
	    from: string;
	
	    static createFrom(source: any = {}) {
	        return new Text(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.say = source["say"];
	        this.more = source["more"];
	        this.source = source["source"];
	        this.dated = source["dated"];
	        this.from = source["from"];
	    }
	}
	export class WordingView {
	    target: string;
	    of: string;
	    own: boolean;
	    there: boolean;
	    before: Text;
	    draft: Text;
	    sequence: number;
	    writing: boolean;
	    asked: boolean;
	    author: string;
	    authorId: number;
	    saved: string;
	    flaws: FlawView[];
	    agreed: boolean;
	    parked: boolean;
	    under: string;
	    now: Text;
	    by: string;
	    made: string;
	    step: string;
	    bare: boolean;
	    copy?: CopyView;
	    copyNow?: CopyView;
	    picture: string;
	    practice: string;
	    alt: string;
	    steps: OrderedStep[];
	    whom?: WhomView;
	    takeable: boolean;
	
	    static createFrom(source: any = {}) {
	        return new WordingView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.target = source["target"];
	        this.of = source["of"];
	        this.own = source["own"];
	        this.there = source["there"];
	        this.before = this.convertValues(source["before"], Text);
	        this.draft = this.convertValues(source["draft"], Text);
	        this.sequence = source["sequence"];
	        this.writing = source["writing"];
	        this.asked = source["asked"];
	        this.author = source["author"];
	        this.authorId = source["authorId"];
	        this.saved = source["saved"];
	        this.flaws = this.convertValues(source["flaws"], FlawView);
	        this.agreed = source["agreed"];
	        this.parked = source["parked"];
	        this.under = source["under"];
	        this.now = this.convertValues(source["now"], Text);
	        this.by = source["by"];
	        this.made = source["made"];
	        this.step = source["step"];
	        this.bare = source["bare"];
	        this.copy = this.convertValues(source["copy"], CopyView);
	        this.copyNow = this.convertValues(source["copyNow"], CopyView);
	        this.picture = source["picture"];
	        this.practice = source["practice"];
	        this.alt = source["alt"];
	        this.steps = this.convertValues(source["steps"], OrderedStep);
	        this.whom = this.convertValues(source["whom"], WhomView);
	        this.takeable = source["takeable"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SavedWordingView {
	    kept: boolean;
	    wording: WordingView;
	
	    static createFrom(source: any = {}) {
	        return new SavedWordingView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kept = source["kept"];
	        this.wording = this.convertValues(source["wording"], WordingView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SettingView {
	    name: string;
	    value: string;
	    kept: string;
	    about: string;
	    least: number;
	    most: number;
	
	    static createFrom(source: any = {}) {
	        return new SettingView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.value = source["value"];
	        this.kept = source["kept"];
	        this.about = source["about"];
	        this.least = source["least"];
	        this.most = source["most"];
	    }
	}
	export class SettingsView {
	    settings: SettingView[];
	    problem: string;
	    folder: DataFolderView;
	
	    static createFrom(source: any = {}) {
	        return new SettingsView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.settings = this.convertValues(source["settings"], SettingView);
	        this.problem = source["problem"];
	        this.folder = this.convertValues(source["folder"], DataFolderView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class View {
	    notes: NoteView[];
	    parked: number;
	    away: AwayView[];
	    over: number;
	    longest: number;
	    changes: ChangeView[];
	
	    static createFrom(source: any = {}) {
	        return new View(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.notes = this.convertValues(source["notes"], NoteView);
	        this.parked = source["parked"];
	        this.away = this.convertValues(source["away"], AwayView);
	        this.over = source["over"];
	        this.longest = source["longest"];
	        this.changes = this.convertValues(source["changes"], ChangeView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	

}

export namespace desktop {
	
	export class AnswerView {
	    key: string;
	    say: string;
	    picture: string;
	
	    static createFrom(source: any = {}) {
	        return new AnswerView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.say = source["say"];
	        this.picture = source["picture"];
	    }
	}
	export class BeatView {
	    idle: boolean;
	    x: number;
	    y: number;
	    side: number;
	    shade: number;
	
	    static createFrom(source: any = {}) {
	        return new BeatView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.idle = source["idle"];
	        this.x = source["x"];
	        this.y = source["y"];
	        this.side = source["side"];
	        this.shade = source["shade"];
	    }
	}
	export class IdleView {
	    quiet: number;
	    quietBusy: number;
	    warning: number;
	    attract: number;
	
	    static createFrom(source: any = {}) {
	        return new IdleView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.quiet = source["quiet"];
	        this.quietBusy = source["quietBusy"];
	        this.warning = source["warning"];
	        this.attract = source["attract"];
	    }
	}
	export class LanguageView {
	    code: string;
	    name: string;
	
	    static createFrom(source: any = {}) {
	        return new LanguageView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.code = source["code"];
	        this.name = source["name"];
	    }
	}
	export class DoorwayView {
	    key: string;
	    title: string;
	    picture: string;
	
	    static createFrom(source: any = {}) {
	        return new DoorwayView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.title = source["title"];
	        this.picture = source["picture"];
	    }
	}
	export class TopicView {
	    key: string;
	    title: string;
	    tint: string;
	    picture: string;
	
	    static createFrom(source: any = {}) {
	        return new TopicView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.title = source["title"];
	        this.tint = source["tint"];
	        this.picture = source["picture"];
	    }
	}
	export class OfficeView {
	    title: string;
	    name: string;
	    place: string;
	    unit: string;
	    hours: string[];
	    phone: string;
	    dpi: number;
	
	    static createFrom(source: any = {}) {
	        return new OfficeView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.title = source["title"];
	        this.name = source["name"];
	        this.place = source["place"];
	        this.unit = source["unit"];
	        this.hours = source["hours"];
	        this.phone = source["phone"];
	        this.dpi = source["dpi"];
	    }
	}
	export class BootView {
	    version: string;
	    edition: number;
	    edited: string;
	    place: string;
	    office: OfficeView;
	    topics: TopicView[];
	    common: DoorwayView[];
	    emergency?: DoorwayView;
	    languages: string[];
	    languageNames: LanguageView[];
	    idle: IdleView;
	    wifi: string;
	    letters: number;
	    proving: boolean;
	    slips: boolean;
	    notice: string;
	
	    static createFrom(source: any = {}) {
	        return new BootView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.version = source["version"];
	        this.edition = source["edition"];
	        this.edited = source["edited"];
	        this.place = source["place"];
	        this.office = this.convertValues(source["office"], OfficeView);
	        this.topics = this.convertValues(source["topics"], TopicView);
	        this.common = this.convertValues(source["common"], DoorwayView);
	        this.emergency = this.convertValues(source["emergency"], DoorwayView);
	        this.languages = source["languages"];
	        this.languageNames = this.convertValues(source["languageNames"], LanguageView);
	        this.idle = this.convertValues(source["idle"], IdleView);
	        this.wifi = source["wifi"];
	        this.letters = source["letters"];
	        this.proving = source["proving"];
	        this.slips = source["slips"];
	        this.notice = source["notice"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SourceView {
	    title: string;
	    date: string;
	
	    static createFrom(source: any = {}) {
	        return new SourceView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.title = source["title"];
	        this.date = source["date"];
	    }
	}
	export class ClaimView {
	    say: string;
	    note: string;
	    source: SourceView;
	    lang: string;
	    target: string;
	
	    static createFrom(source: any = {}) {
	        return new ClaimView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.say = source["say"];
	        this.note = source["note"];
	        this.source = this.convertValues(source["source"], SourceView);
	        this.lang = source["lang"];
	        this.target = source["target"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CallView {
	    call: string;
	    claim: ClaimView;
	    size: number;
	    path: string;
	
	    static createFrom(source: any = {}) {
	        return new CallView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.call = source["call"];
	        this.claim = this.convertValues(source["claim"], ClaimView);
	        this.size = source["size"];
	        this.path = source["path"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ChapterView {
	    name: string;
	    first: number;
	    count: number;
	    minutes: number;
	
	    static createFrom(source: any = {}) {
	        return new ChapterView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.first = source["first"];
	        this.count = source["count"];
	        this.minutes = source["minutes"];
	    }
	}
	
	export class CodeView {
	    link: string;
	    url: string;
	    host: string;
	    hostName: string;
	    size: number;
	    path: string;
	    checked: string;
	    age: number;
	
	    static createFrom(source: any = {}) {
	        return new CodeView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.link = source["link"];
	        this.url = source["url"];
	        this.host = source["host"];
	        this.hostName = source["hostName"];
	        this.size = source["size"];
	        this.path = source["path"];
	        this.checked = source["checked"];
	        this.age = source["age"];
	    }
	}
	export class PhoneView {
	    link: string;
	    picture: string;
	
	    static createFrom(source: any = {}) {
	        return new PhoneView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.link = source["link"];
	        this.picture = source["picture"];
	    }
	}
	export class CodesView {
	    app: string;
	    code: string;
	    codes: CodeView[];
	    phones: PhoneView[];
	    problem: string;
	
	    static createFrom(source: any = {}) {
	        return new CodesView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.app = source["app"];
	        this.code = source["code"];
	        this.codes = this.convertValues(source["codes"], CodeView);
	        this.phones = this.convertValues(source["phones"], PhoneView);
	        this.problem = source["problem"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class DoorView {
	    hasPin: boolean;
	    people: staff.AtDoor[];
	    codeFile: string;
	    locked: number;
	
	    static createFrom(source: any = {}) {
	        return new DoorView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.hasPin = source["hasPin"];
	        this.people = this.convertValues(source["people"], staff.AtDoor);
	        this.codeFile = source["codeFile"];
	        this.locked = source["locked"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class ItemView {
	    say: string;
	    note: string;
	    picture: string;
	    conditional: boolean;
	    or: boolean;
	    must: boolean;
	    source?: SourceView;
	    lang: string;
	    do: boolean;
	    ask: boolean;
	    target: string;
	    local: string;
	
	    static createFrom(source: any = {}) {
	        return new ItemView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.say = source["say"];
	        this.note = source["note"];
	        this.picture = source["picture"];
	        this.conditional = source["conditional"];
	        this.or = source["or"];
	        this.must = source["must"];
	        this.source = this.convertValues(source["source"], SourceView);
	        this.lang = source["lang"];
	        this.do = source["do"];
	        this.ask = source["ask"];
	        this.target = source["target"];
	        this.local = source["local"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class EmergencyView {
	    acts: ItemView[];
	    numbers: CallView[];
	    then: string;
	    thenTitle: string;
	
	    static createFrom(source: any = {}) {
	        return new EmergencyView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.acts = this.convertValues(source["acts"], ItemView);
	        this.numbers = this.convertValues(source["numbers"], CallView);
	        this.then = source["then"];
	        this.thenTitle = source["thenTitle"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class EntryView {
	    id: string;
	    code: string;
	    name: string;
	    issuer: string;
	    departments: string[];
	    here: boolean;
	    codes: CodesView;
	
	    static createFrom(source: any = {}) {
	        return new EntryView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.code = source["code"];
	        this.name = source["name"];
	        this.issuer = source["issuer"];
	        this.departments = source["departments"];
	        this.here = source["here"];
	        this.codes = this.convertValues(source["codes"], CodesView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class FactView {
	    key: string;
	    ask: string;
	    help: string;
	    answers: AnswerView[];
	    lang: string;
	
	    static createFrom(source: any = {}) {
	        return new FactView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.ask = source["ask"];
	        this.help = source["help"];
	        this.answers = this.convertValues(source["answers"], AnswerView);
	        this.lang = source["lang"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class FolderView {
	    path: string;
	    name: string;
	    stick: boolean;
	
	    static createFrom(source: any = {}) {
	        return new FolderView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.path = source["path"];
	        this.name = source["name"];
	        this.stick = source["stick"];
	    }
	}
	export class ServiceCard {
	    key: string;
	    kind: string;
	    code: string;
	    title: string;
	    short: string;
	    decides: string;
	    guide: boolean;
	    codes: boolean;
	    picture: string;
	
	    static createFrom(source: any = {}) {
	        return new ServiceCard(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.kind = source["kind"];
	        this.code = source["code"];
	        this.title = source["title"];
	        this.short = source["short"];
	        this.decides = source["decides"];
	        this.guide = source["guide"];
	        this.codes = source["codes"];
	        this.picture = source["picture"];
	    }
	}
	export class GroupView {
	    title: string;
	    picture: string;
	    services: ServiceCard[];
	
	    static createFrom(source: any = {}) {
	        return new GroupView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.title = source["title"];
	        this.picture = source["picture"];
	        this.services = this.convertValues(source["services"], ServiceCard);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class PieceView {
	    say: string;
	    hit: boolean;
	
	    static createFrom(source: any = {}) {
	        return new PieceView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.say = source["say"];
	        this.hit = source["hit"];
	    }
	}
	export class HitView {
	    key: string;
	    kind: string;
	    code: string;
	    title: PieceView[];
	    decides: string;
	    guide: boolean;
	    hidden: boolean;
	
	    static createFrom(source: any = {}) {
	        return new HitView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.kind = source["kind"];
	        this.code = source["code"];
	        this.title = this.convertValues(source["title"], PieceView);
	        this.decides = source["decides"];
	        this.guide = source["guide"];
	        this.hidden = source["hidden"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class TakenView {
	    file: string;
	    texts: string[];
	    sound: string;
	    problem: string;
	
	    static createFrom(source: any = {}) {
	        return new TakenView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.file = source["file"];
	        this.texts = source["texts"];
	        this.sound = source["sound"];
	        this.problem = source["problem"];
	    }
	}
	export class IntakeView {
	    lang: string;
	    taken: number;
	    files: TakenView[];
	
	    static createFrom(source: any = {}) {
	        return new IntakeView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.lang = source["lang"];
	        this.taken = source["taken"];
	        this.files = this.convertValues(source["files"], TakenView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	export class LineView {
	    say: string;
	    source?: SourceView;
	    lang: string;
	    target: string;
	
	    static createFrom(source: any = {}) {
	        return new LineView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.say = source["say"];
	        this.source = this.convertValues(source["source"], SourceView);
	        this.lang = source["lang"];
	        this.target = source["target"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	
	export class SpotView {
	    say: string;
	    kind: string;
	    wrong: string;
	    fills: boolean;
	    x: number;
	    y: number;
	    w: number;
	    h: number;
	
	    static createFrom(source: any = {}) {
	        return new SpotView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.say = source["say"];
	        this.kind = source["kind"];
	        this.wrong = source["wrong"];
	        this.fills = source["fills"];
	        this.x = source["x"];
	        this.y = source["y"];
	        this.w = source["w"];
	        this.h = source["h"];
	    }
	}
	export class PlayView {
	    say: string;
	    why: string;
	    helper: string;
	    secret: string;
	    picture: string;
	    alt: string;
	    spots: SpotView[];
	    touches: number[];
	    phone: boolean;
	    lang: string;
	    target: string;
	
	    static createFrom(source: any = {}) {
	        return new PlayView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.say = source["say"];
	        this.why = source["why"];
	        this.helper = source["helper"];
	        this.secret = source["secret"];
	        this.picture = source["picture"];
	        this.alt = source["alt"];
	        this.spots = this.convertValues(source["spots"], SpotView);
	        this.touches = source["touches"];
	        this.phone = source["phone"];
	        this.lang = source["lang"];
	        this.target = source["target"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ProgressView {
	    state: string;
	    done: number;
	    pages: number;
	    file: string;
	    problem: string;
	    warnings: string[];
	
	    static createFrom(source: any = {}) {
	        return new ProgressView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.state = source["state"];
	        this.done = source["done"];
	        this.pages = source["pages"];
	        this.file = source["file"];
	        this.problem = source["problem"];
	        this.warnings = source["warnings"];
	    }
	}
	export class ReadyView {
	    key: string;
	    say: string;
	    picture: string;
	    missing: string;
	    first?: DoorwayView;
	    lang: string;
	
	    static createFrom(source: any = {}) {
	        return new ReadyView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.say = source["say"];
	        this.picture = source["picture"];
	        this.missing = source["missing"];
	        this.first = this.convertValues(source["first"], DoorwayView);
	        this.lang = source["lang"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class RecordingView {
	    lang: string;
	    name: string;
	    recorded: number;
	    total: number;
	    own: number;
	    outdated: string[];
	    folder: string;
	
	    static createFrom(source: any = {}) {
	        return new RecordingView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.lang = source["lang"];
	        this.name = source["name"];
	        this.recorded = source["recorded"];
	        this.total = source["total"];
	        this.own = source["own"];
	        this.outdated = source["outdated"];
	        this.folder = source["folder"];
	    }
	}
	export class RehearsalView {
	    steps: PlayView[];
	    chapters: ChapterView[];
	    ending: string;
	
	    static createFrom(source: any = {}) {
	        return new RehearsalView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.steps = this.convertValues(source["steps"], PlayView);
	        this.chapters = this.convertValues(source["chapters"], ChapterView);
	        this.ending = source["ending"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ScannedView {
	    phone: string;
	    picture: string;
	
	    static createFrom(source: any = {}) {
	        return new ScannedView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.phone = source["phone"];
	        this.picture = source["picture"];
	    }
	}
	export class SearchView {
	    hits: HitView[];
	    unsure: boolean;
	
	    static createFrom(source: any = {}) {
	        return new SearchView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.hits = this.convertValues(source["hits"], HitView);
	        this.unsure = source["unsure"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class ServiceView {
	    key: string;
	    kind: string;
	    code: string;
	    title: string;
	    official: string;
	    topic: TopicView;
	    picture: string;
	    summary: string;
	    decides: string;
	    advice: string;
	    why: string;
	    fee?: ClaimView;
	    time?: ClaimView;
	    deadline?: ClaimView;
	    short: string;
	    place: string;
	    hotline?: ClaimView;
	    bring: ItemView[];
	    questions: number;
	    watch: LineView[];
	    noPaper?: ClaimView;
	    emergency?: EmergencyView;
	    sure: string;
	    sources: SourceView[];
	    checked: string;
	    guide: boolean;
	    stepCount: number;
	    stepLeast: number;
	    minutes: number;
	    rehearsal: boolean;
	    codes: boolean;
	    local: string;
	
	    static createFrom(source: any = {}) {
	        return new ServiceView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.kind = source["kind"];
	        this.code = source["code"];
	        this.title = source["title"];
	        this.official = source["official"];
	        this.topic = this.convertValues(source["topic"], TopicView);
	        this.picture = source["picture"];
	        this.summary = source["summary"];
	        this.decides = source["decides"];
	        this.advice = source["advice"];
	        this.why = source["why"];
	        this.fee = this.convertValues(source["fee"], ClaimView);
	        this.time = this.convertValues(source["time"], ClaimView);
	        this.deadline = this.convertValues(source["deadline"], ClaimView);
	        this.short = source["short"];
	        this.place = source["place"];
	        this.hotline = this.convertValues(source["hotline"], ClaimView);
	        this.bring = this.convertValues(source["bring"], ItemView);
	        this.questions = source["questions"];
	        this.watch = this.convertValues(source["watch"], LineView);
	        this.noPaper = this.convertValues(source["noPaper"], ClaimView);
	        this.emergency = this.convertValues(source["emergency"], EmergencyView);
	        this.sure = source["sure"];
	        this.sources = this.convertValues(source["sources"], SourceView);
	        this.checked = source["checked"];
	        this.guide = source["guide"];
	        this.stepCount = source["stepCount"];
	        this.stepLeast = source["stepLeast"];
	        this.minutes = source["minutes"];
	        this.rehearsal = source["rehearsal"];
	        this.codes = source["codes"];
	        this.local = source["local"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class SpeakView {
	    texts: string[];
	    lang: string;
	    voice: string;
	    slow: boolean;
	    synth: boolean;
	
	    static createFrom(source: any = {}) {
	        return new SpeakView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.texts = source["texts"];
	        this.lang = source["lang"];
	        this.voice = source["voice"];
	        this.slow = source["slow"];
	        this.synth = source["synth"];
	    }
	}
	export class SpokenPieceView {
	    text: number;
	    from: number;
	    to: number;
	    say: string;
	    lang: string;
	    sound: string;
	    start: number;
	    end: number;
	
	    static createFrom(source: any = {}) {
	        return new SpokenPieceView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.text = source["text"];
	        this.from = source["from"];
	        this.to = source["to"];
	        this.say = source["say"];
	        this.lang = source["lang"];
	        this.sound = source["sound"];
	        this.start = source["start"];
	        this.end = source["end"];
	    }
	}
	export class SpokenView {
	    pieces: SpokenPieceView[];
	    missing: string;
	    name: string;
	
	    static createFrom(source: any = {}) {
	        return new SpokenView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.pieces = this.convertValues(source["pieces"], SpokenPieceView);
	        this.missing = source["missing"];
	        this.name = source["name"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class StepView {
	    say: string;
	    why: string;
	    secret: string;
	    picture: string;
	    away: boolean;
	    phone: boolean;
	    scan: boolean;
	    skill: string;
	    alt: string;
	    source?: SourceView;
	    lang: string;
	    target: string;
	    local: string;
	
	    static createFrom(source: any = {}) {
	        return new StepView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.say = source["say"];
	        this.why = source["why"];
	        this.secret = source["secret"];
	        this.picture = source["picture"];
	        this.away = source["away"];
	        this.phone = source["phone"];
	        this.scan = source["scan"];
	        this.skill = source["skill"];
	        this.alt = source["alt"];
	        this.source = this.convertValues(source["source"], SourceView);
	        this.lang = source["lang"];
	        this.target = source["target"];
	        this.local = source["local"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class TopicPageView {
	    topic: TopicView;
	    services: ServiceCard[];
	    groups: GroupView[];
	
	    static createFrom(source: any = {}) {
	        return new TopicPageView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.topic = this.convertValues(source["topic"], TopicView);
	        this.services = this.convertValues(source["services"], ServiceCard);
	        this.groups = this.convertValues(source["groups"], GroupView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class TrialView {
	    code: CodeView;
	    phones: ScannedView[];
	
	    static createFrom(source: any = {}) {
	        return new TrialView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.code = this.convertValues(source["code"], CodeView);
	        this.phones = this.convertValues(source["phones"], ScannedView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class TroubleView {
	    wrong: string;
	    do: string;
	    source?: SourceView;
	    lang: string;
	
	    static createFrom(source: any = {}) {
	        return new TroubleView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.wrong = source["wrong"];
	        this.do = source["do"];
	        this.source = this.convertValues(source["source"], SourceView);
	        this.lang = source["lang"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class VoiceLanguage {
	    code: string;
	    name: string;
	
	    static createFrom(source: any = {}) {
	        return new VoiceLanguage(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.code = source["code"];
	        this.name = source["name"];
	    }
	}
	export class VoicesView {
	    synth: string[];
	    recorded: string[];
	    languages: VoiceLanguage[];
	    silent: boolean;
	
	    static createFrom(source: any = {}) {
	        return new VoicesView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.synth = source["synth"];
	        this.recorded = source["recorded"];
	        this.languages = this.convertValues(source["languages"], VoiceLanguage);
	        this.silent = source["silent"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class WalkView {
	    ask?: FactView;
	    asked: number;
	    questions: number;
	    checklist: ItemView[];
	    steps: StepView[];
	    chapters: ChapterView[];
	    first?: DoorwayView;
	    blocked?: ReadyView;
	    ready: ReadyView[];
	    desk: boolean;
	    handoff: string;
	    ending: string;
	    acts: LineView[];
	    next: LineView[];
	    trouble: TroubleView[];
	
	    static createFrom(source: any = {}) {
	        return new WalkView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.ask = this.convertValues(source["ask"], FactView);
	        this.asked = source["asked"];
	        this.questions = source["questions"];
	        this.checklist = this.convertValues(source["checklist"], ItemView);
	        this.steps = this.convertValues(source["steps"], StepView);
	        this.chapters = this.convertValues(source["chapters"], ChapterView);
	        this.first = this.convertValues(source["first"], DoorwayView);
	        this.blocked = this.convertValues(source["blocked"], ReadyView);
	        this.ready = this.convertValues(source["ready"], ReadyView);
	        this.desk = source["desk"];
	        this.handoff = source["handoff"];
	        this.ending = source["ending"];
	        this.acts = this.convertValues(source["acts"], LineView);
	        this.next = this.convertValues(source["next"], LineView);
	        this.trouble = this.convertValues(source["trouble"], TroubleView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class WifiView {
	    name: string;
	    password: string;
	    code: CodeView;
	
	    static createFrom(source: any = {}) {
	        return new WifiView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.password = source["password"];
	        this.code = this.convertValues(source["code"], CodeView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}

}

export namespace gaps {
	
	export class Line {
	    kind: string;
	    target: string;
	    on: string;
	    say: string;
	    times: number;
	    names: string[];
	
	    static createFrom(source: any = {}) {
	        return new Line(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.target = source["target"];
	        this.on = source["on"];
	        this.say = source["say"];
	        this.times = source["times"];
	        this.names = source["names"];
	    }
	}
	export class Group {
	    key: string;
	    title: string;
	    opened: number;
	    later: boolean;
	    lines: Line[];
	
	    static createFrom(source: any = {}) {
	        return new Group(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.title = source["title"];
	        this.opened = source["opened"];
	        this.later = source["later"];
	        this.lines = this.convertValues(source["lines"], Line);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class View {
	    office: Line[];
	    groups: Group[];
	    days: number;
	
	    static createFrom(source: any = {}) {
	        return new View(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.office = this.convertValues(source["office"], Line);
	        this.groups = this.convertValues(source["groups"], Group);
	        this.days = source["days"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}

}

export namespace guide {
	
	export class ManualSpan {
	    text: string;
	    button: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ManualSpan(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.text = source["text"];
	        this.button = source["button"];
	    }
	}
	export class ManualBlock {
	    kind: string;
	    number: number;
	    spans: ManualSpan[];
	    picture: string;
	    alt: string;
	    width: number;
	    height: number;
	
	    static createFrom(source: any = {}) {
	        return new ManualBlock(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.number = source["number"];
	        this.spans = this.convertValues(source["spans"], ManualSpan);
	        this.picture = source["picture"];
	        this.alt = source["alt"];
	        this.width = source["width"];
	        this.height = source["height"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ManualChapter {
	    name: string;
	    title: string;
	    blocks: ManualBlock[];
	
	    static createFrom(source: any = {}) {
	        return new ManualChapter(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.title = source["title"];
	        this.blocks = this.convertValues(source["blocks"], ManualBlock);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}

}

export namespace handout {
	
	export class Look {
	    name: string;
	    vi: string;
	    en: string;
	    sizeVi: string;
	    sizeEn: string;
	    sheet: string;
	    width: number;
	    height: number;
	    columns: number;
	    rows: number;
	    folded: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Look(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.vi = source["vi"];
	        this.en = source["en"];
	        this.sizeVi = source["sizeVi"];
	        this.sizeEn = source["sizeEn"];
	        this.sheet = source["sheet"];
	        this.width = source["width"];
	        this.height = source["height"];
	        this.columns = source["columns"];
	        this.rows = source["rows"];
	        this.folded = source["folded"];
	    }
	}

}

export namespace intake {
	
	export class FailedView {
	    version: string;
	    at: string;
	    why: string;
	
	    static createFrom(source: any = {}) {
	        return new FailedView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.version = source["version"];
	        this.at = source["at"];
	        this.why = source["why"];
	    }
	}
	export class FileView {
	    path: string;
	    name: string;
	    place: string;
	    stick: boolean;
	    size: number;
	    folder: string;
	
	    static createFrom(source: any = {}) {
	        return new FileView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.path = source["path"];
	        this.name = source["name"];
	        this.place = source["place"];
	        this.stick = source["stick"];
	        this.size = source["size"];
	        this.folder = source["folder"];
	    }
	}
	export class OfferView {
	    version: string;
	    number: number;
	    made: string;
	    size: number;
	    file: string;
	    failed: string;
	    instead_of: string;
	
	    static createFrom(source: any = {}) {
	        return new OfferView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.version = source["version"];
	        this.number = source["number"];
	        this.made = source["made"];
	        this.size = source["size"];
	        this.file = source["file"];
	        this.failed = source["failed"];
	        this.instead_of = source["instead_of"];
	    }
	}
	export class WaitingView {
	    version: string;
	    taken: string;
	    trying: boolean;
	    held: string;
	
	    static createFrom(source: any = {}) {
	        return new WaitingView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.version = source["version"];
	        this.taken = source["taken"];
	        this.trying = source["trying"];
	        this.held = source["held"];
	    }
	}
	export class View {
	    version: string;
	    since: string;
	    waiting?: WaitingView;
	    failed?: FailedView;
	    offer?: OfferView;
	
	    static createFrom(source: any = {}) {
	        return new View(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.version = source["version"];
	        this.since = source["since"];
	        this.waiting = this.convertValues(source["waiting"], WaitingView);
	        this.failed = this.convertValues(source["failed"], FailedView);
	        this.offer = this.convertValues(source["offer"], OfferView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}

}

export namespace linkcheck {
	
	export class AskedView {
	    found: string;
	    day: string;
	    who: string;
	
	    static createFrom(source: any = {}) {
	        return new AskedView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.found = source["found"];
	        this.day = source["day"];
	        this.who = source["who"];
	    }
	}
	export class LinkView {
	    key: string;
	    url: string;
	    title: string;
	    code: string;
	    kind: string;
	    shown: boolean;
	    state: string;
	    checked: string;
	    who: string;
	    local: boolean;
	    own: boolean;
	
	    static createFrom(source: any = {}) {
	        return new LinkView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.url = source["url"];
	        this.title = source["title"];
	        this.code = source["code"];
	        this.kind = source["kind"];
	        this.shown = source["shown"];
	        this.state = source["state"];
	        this.checked = source["checked"];
	        this.who = source["who"];
	        this.local = source["local"];
	        this.own = source["own"];
	    }
	}
	export class CodeView {
	    link: LinkView;
	    host: string;
	    size: number;
	    path: string;
	
	    static createFrom(source: any = {}) {
	        return new CodeView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.link = this.convertValues(source["link"], LinkView);
	        this.host = source["host"];
	        this.size = source["size"];
	        this.path = source["path"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class Verdict {
	    sitting: number;
	    link: string;
	    url: string;
	    found: string;
	    reader: string;
	    sure: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Verdict(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.sitting = source["sitting"];
	        this.link = source["link"];
	        this.url = source["url"];
	        this.found = source["found"];
	        this.reader = source["reader"];
	        this.sure = source["sure"];
	    }
	}
	export class View {
	    control?: LinkView;
	    links: LinkView[];
	    own: number;
	    left: number;
	    changed: LinkView[];
	
	    static createFrom(source: any = {}) {
	        return new View(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.control = this.convertValues(source["control"], LinkView);
	        this.links = this.convertValues(source["links"], LinkView);
	        this.own = source["own"];
	        this.left = source["left"];
	        this.changed = this.convertValues(source["changed"], LinkView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}

}

export namespace paper {
	
	export class Choice {
	    name: string;
	    about: string;
	    ready: boolean;
	    reason: string;
	
	    static createFrom(source: any = {}) {
	        return new Choice(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.about = source["about"];
	        this.ready = source["ready"];
	        this.reason = source["reason"];
	    }
	}
	export class Code {
	    kind: string;
	    name: string;
	    phone: string;
	
	    static createFrom(source: any = {}) {
	        return new Code(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.name = source["name"];
	        this.phone = source["phone"];
	    }
	}
	export class Favourite {
	    key: string;
	    title: string;
	
	    static createFrom(source: any = {}) {
	        return new Favourite(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.title = source["title"];
	    }
	}
	export class Left {
	    title: string;
	    begun: string;
	    printed: boolean;
	    place: string;
	    pages: number;
	    done: number;
	
	    static createFrom(source: any = {}) {
	        return new Left(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.title = source["title"];
	        this.begun = source["begun"];
	        this.printed = source["printed"];
	        this.place = source["place"];
	        this.pages = source["pages"];
	        this.done = source["done"];
	    }
	}
	export class MadeService {
	    key: string;
	    title: string;
	    copies: number;
	    why: string[];
	
	    static createFrom(source: any = {}) {
	        return new MadeService(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.title = source["title"];
	        this.copies = source["copies"];
	        this.why = source["why"];
	    }
	}
	export class Made {
	    id: number;
	    made: string;
	    layout: string;
	    hamlet: string;
	    place: string;
	    copies: number;
	    pages: number;
	    edition: number;
	    printed: boolean;
	    retired: string;
	    outdated: boolean;
	    services: MadeService[];
	
	    static createFrom(source: any = {}) {
	        return new Made(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.made = source["made"];
	        this.layout = source["layout"];
	        this.hamlet = source["hamlet"];
	        this.place = source["place"];
	        this.copies = source["copies"];
	        this.pages = source["pages"];
	        this.edition = source["edition"];
	        this.printed = source["printed"];
	        this.retired = source["retired"];
	        this.outdated = source["outdated"];
	        this.services = this.convertValues(source["services"], MadeService);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class Order {
	    services: string[];
	    codes: Code[];
	    layout: string;
	    copies: number;
	    counts: number[];
	    start: number;
	    large: boolean;
	    team: string;
	    hamlet: string;
	    households: number;
	
	    static createFrom(source: any = {}) {
	        return new Order(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.services = source["services"];
	        this.codes = this.convertValues(source["codes"], Code);
	        this.layout = source["layout"];
	        this.copies = source["copies"];
	        this.counts = source["counts"];
	        this.start = source["start"];
	        this.large = source["large"];
	        this.team = source["team"];
	        this.hamlet = source["hamlet"];
	        this.households = source["households"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Preview {
	    svg: string;
	    page: number;
	    pages: number;
	    cells: number;
	    minutes: number;
	    warnings: string[];
	
	    static createFrom(source: any = {}) {
	        return new Preview(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.svg = source["svg"];
	        this.page = source["page"];
	        this.pages = source["pages"];
	        this.cells = source["cells"];
	        this.minutes = source["minutes"];
	        this.warnings = source["warnings"];
	    }
	}
	export class Printing {
	    printers: Choice[];
	    chosen: string;
	    gone: string;
	    problem: string;
	
	    static createFrom(source: any = {}) {
	        return new Printing(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.printers = this.convertValues(source["printers"], Choice);
	        this.chosen = source["chosen"];
	        this.gone = source["gone"];
	        this.problem = source["problem"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Ruler {
	    across: number;
	    down: number;
	    measured: string;
	
	    static createFrom(source: any = {}) {
	        return new Ruler(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.across = source["across"];
	        this.down = source["down"];
	        this.measured = source["measured"];
	    }
	}
	export class Supply {
	    layouts: handout.Look[];
	    hamletLayout: string;
	    maxCopies: number;
	    maxHouseholds: number;
	    maxHamletName: number;
	    often: Favourite[];
	
	    static createFrom(source: any = {}) {
	        return new Supply(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.layouts = this.convertValues(source["layouts"], handout.Look);
	        this.hamletLayout = source["hamletLayout"];
	        this.maxCopies = source["maxCopies"];
	        this.maxHouseholds = source["maxHouseholds"];
	        this.maxHamletName = source["maxHamletName"];
	        this.often = this.convertValues(source["often"], Favourite);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}

}

export namespace recordings {
	
	export class Clip {
	    id: string;
	    texts: string[];
	    where: string[];
	    sound: string;
	    now: string[][];
	
	    static createFrom(source: any = {}) {
	        return new Clip(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.texts = source["texts"];
	        this.where = source["where"];
	        this.sound = source["sound"];
	        this.now = source["now"];
	    }
	}

}

export namespace staff {
	
	export class AtDoor {
	    id: number;
	    name: string;
	    old: boolean;
	    given: boolean;
	
	    static createFrom(source: any = {}) {
	        return new AtDoor(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.old = source["old"];
	        this.given = source["given"];
	    }
	}
	export class Entered {
	    name: string;
	    role: string;
	    old: boolean;
	    given: boolean;
	    recovery: string;
	
	    static createFrom(source: any = {}) {
	        return new Entered(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.role = source["role"];
	        this.old = source["old"];
	        this.given = source["given"];
	        this.recovery = source["recovery"];
	    }
	}
	export class NotedView {
	    id: number;
	    made: string;
	    who: string;
	    what: string;
	    subject: string;
	
	    static createFrom(source: any = {}) {
	        return new NotedView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.made = source["made"];
	        this.who = source["who"];
	        this.what = source["what"];
	        this.subject = source["subject"];
	    }
	}
	export class PersonView {
	    id: number;
	    name: string;
	    role: string;
	    hasPin: boolean;
	    me: boolean;
	    since: string;
	
	    static createFrom(source: any = {}) {
	        return new PersonView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.role = source["role"];
	        this.hasPin = source["hasPin"];
	        this.me = source["me"];
	        this.since = source["since"];
	    }
	}

}

export namespace today {
	
	export class BackupView {
	    made: string;
	    ago: number;
	    stick: boolean;
	    days: number;
	    batches: number;
	    checks: number;
	    clips: number;
	    notes: number;
	    words: number;
	    away: number;
	    people: number;
	
	    static createFrom(source: any = {}) {
	        return new BackupView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.made = source["made"];
	        this.ago = source["ago"];
	        this.stick = source["stick"];
	        this.days = source["days"];
	        this.batches = source["batches"];
	        this.checks = source["checks"];
	        this.clips = source["clips"];
	        this.notes = source["notes"];
	        this.words = source["words"];
	        this.away = source["away"];
	        this.people = source["people"];
	    }
	}
	export class BegunView {
	    kind: string;
	    target: string;
	    on: string;
	    of: string;
	    saved: string;
	    who: string;
	
	    static createFrom(source: any = {}) {
	        return new BegunView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.target = source["target"];
	        this.on = source["on"];
	        this.of = source["of"];
	        this.saved = source["saved"];
	        this.who = source["who"];
	    }
	}
	export class MissedView {
	    words: string;
	    times: number;
	    often: boolean;
	
	    static createFrom(source: any = {}) {
	        return new MissedView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.words = source["words"];
	        this.times = source["times"];
	        this.often = source["often"];
	    }
	}
	export class View {
	    paper: number;
	    codes: number;
	    notes: number;
	    words: number;
	    begun: BegunView[];
	    office: string[];
	    stuck: number;
	    update: string;
	    job: string;
	    missed: MissedView[];
	    backup?: BackupView;
	    failed: string[];
	
	    static createFrom(source: any = {}) {
	        return new View(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.paper = source["paper"];
	        this.codes = source["codes"];
	        this.notes = source["notes"];
	        this.words = source["words"];
	        this.begun = this.convertValues(source["begun"], BegunView);
	        this.office = source["office"];
	        this.stuck = source["stuck"];
	        this.update = source["update"];
	        this.job = source["job"];
	        this.missed = this.convertValues(source["missed"], MissedView);
	        this.backup = this.convertValues(source["backup"], BackupView);
	        this.failed = source["failed"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}

}

